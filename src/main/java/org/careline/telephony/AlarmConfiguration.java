package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import org.careline.carrier.Carrier;
import org.careline.carrier.TwilioSettings;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.AlarmScript;
import org.careline.staff.Waker;
import org.careline.staff.WakingDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The calls that wake people for somebody's safety. */
@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    @Bean
    AlarmCalls alarmCalls(
            RingPlanner planner, CallPlan rules, WakingDesk desk, LegWorkers workers, PendingAlarms alarms) {
        return new AlarmCalls(planner, new AlarmScript(rules), desk, workers, LineConfiguration.unreachable(alarms));
    }

    @Bean
    Waker phoneWaker(
            Carrier carrier,
            RingPlanner planner,
            ClinicNumbers numbers,
            TwilioSettings settings,
            Environment environment,
            PendingAlarms alarms,
            LegWorkers workers,
            MeterRegistry meters) {
        return new PhoneWaker(
                carrier,
                planner,
                numbers.numbers().get(0).number(),
                () -> LineConfiguration.base(settings, environment),
                LineConfiguration.unreachable(alarms),
                workers,
                meters);
    }
}
