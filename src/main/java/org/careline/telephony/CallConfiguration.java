package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.careline.inbox.Inquiry;
import org.careline.routing.CallExamples;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of calls, checked before anybody calls. */
@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CallConfiguration.class);

    @Bean
    RingPlanner ringPlanner(
            CallPlan rules,
            Roster roster,
            ClinicHours files,
            OpeningHours hours,
            CallScripts scripts,
            ClinicNumbers numbers) {
        return bounded(
                new RingPlanner(rules, roster, files, hours, scripts.longest(numbers)), scripts.longestInLine(rules));
    }

    /**
     * A caller is taken to be on the line as long as the longest plan, no longer.
     *
     * @param inLine how long they can wait in line before it
     */
    static RingPlanner bounded(RingPlanner planner, Duration inLine) {
        Duration longest = planner.longest().plus(inLine);
        if (longest.compareTo(Inquiry.LONGEST_CALL) > 0) {
            throw new ClinicFileFaulty(List.of(new Fault(
                    "call-plan.yaml",
                    0,
                    "longest-wait, ring-seconds, most-coordinators",
                    "a call that nobody takes lasts up to " + longest.toSeconds() + " seconds",
                    "at most " + Inquiry.LONGEST_CALL.toSeconds()
                            + ": a shorter wait, fewer coordinators or shorter rings")));
        }
        return planner;
    }

    @Bean
    RoutingReport routingReport(
            RingPlanner planner,
            CallPlan rules,
            CallScripts scripts,
            CallExamples examples,
            Roster roster,
            OpeningHours hours,
            ClinicNumbers numbers,
            Clock clock) {
        return RoutingReport.of(planner, rules, scripts, examples, roster, hours, numbers, clock.instant());
    }

    /** The examples hold, or nothing starts; what is surely not meant is told. */
    @Bean
    InitializingBean routingHolds(RoutingReport report) {
        return () ->
                report.refusing().findings().forEach(finding -> LOG.warn("The rules of calls: {}", finding.sentence()));
    }
}
