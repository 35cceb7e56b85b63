package org.careline.snapshot;

import java.time.Clock;
import org.careline.assignment.Rotations;
import org.careline.node.DataFolder;
import org.careline.node.Installation;
import org.careline.routing.RingPlanner;
import org.careline.staff.PresenceBook;
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
    CallTime callTime(Clock clock, Installation installation) {
        return new CallTime(clock, installation.rehearsal());
    }

    @Bean
    CallSnapshot callSnapshot(RingPlanner planner, OwnersByPhone owners, CallTime time) {
        return new CallSnapshot(planner, owners, time);
    }

    @Bean
    PeopleLook peopleLook(CallSnapshot snapshot, PresenceBook presence) {
        return new PeopleLook(snapshot, presence);
    }

    @Bean
    TurnsLook turnsLook(CallSnapshot snapshot, Rotations rotations, CallActivity activity) {
        return new TurnsLook(snapshot, () -> rotations.read().order(), activity::read);
    }

    @Bean
    OwnersKeeper ownersKeeper(OwnersByPhone owners, DataFolder data) {
        return new OwnersKeeper(owners, new OwnersFile(data));
    }
}
