package org.careline.snapshot;

import java.time.Clock;
import org.careline.assignment.Rotations;
import org.careline.lead.LeadRounds;
import org.careline.node.DataFolder;
import org.careline.routing.RingPlanner;
import org.careline.staff.PresenceBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the snapshot together. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

    @Bean
    OwnersByPhone ownersByPhone() {
        return new OwnersByPhone();
    }

    @Bean
    CallTime callTime(Clock clock, @Value("${careline.twilio.account-sid:}") String account) {
        return new CallTime(clock, account.isBlank());
    }

    @Bean
    CallSnapshot callSnapshot(RingPlanner planner, OwnersByPhone owners, CallTime time) {
        return new CallSnapshot(planner, owners, time);
    }

    @Bean
    SnapshotClockwork snapshotClockwork(
            CallSnapshot snapshot,
            PresenceBook presence,
            Rotations rotations,
            CallActivity activity,
            OwnersByPhone owners,
            LeadRounds leads,
            DataFolder data,
            Clock clock) {
        return new SnapshotClockwork(
                snapshot,
                presence,
                () -> rotations.read().order(),
                activity::read,
                owners,
                new OwnersFeed(leads, owners, clock),
                new OwnersFile(data));
    }
}
