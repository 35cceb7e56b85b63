package org.careline.followup;

import java.time.Clock;
import org.careline.lead.LeadWrites;
import org.careline.staff.Alarms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door to stored leads for what coordinators do. */
@Configuration(proxyBeanMethods = false)
class FollowUpDeskConfiguration {

    @Bean
    FollowUpDesk followUpDesk(
            LeadWrites leads, Dispositions dispositions, Cadences cadences, Alarms alarms, Clock clock) {
        return new FollowUpDesk(leads, dispositions, cadences, alarms, clock);
    }
}
