package org.careline.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.careline.carrier.Answer;
import org.careline.carrier.Carrier;
import org.careline.carrier.Leg;
import org.careline.node.Installation;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.AlarmPlace;
import org.careline.speech.AlarmScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Waker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Wakes people by telephone, from a number of the clinic, so that they can let it through at night. Each call is counted:
 * {@code careline_wakings_total{result}}, {@code begun} or {@code failed}.
 */
@Component
final class PhoneWaker implements Waker {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneWaker.class);

    /** Long enough to wake from, short enough that most mailboxes do not pick up. */
    private static final Duration RING = Duration.ofSeconds(25);

    private final Carrier carrier;
    private final RingPlanner planner;
    private final String from;
    private final Installation ours;
    private final PendingAlarms alarms;
    private final LegWorkers workers;
    private final MeterRegistry meters;

    /** @param workers ask the carrier, which can take half a minute */
    PhoneWaker(
            Carrier carrier,
            RingPlanner planner,
            ClinicNumbers numbers,
            Installation ours,
            PendingAlarms alarms,
            LegWorkers workers,
            MeterRegistry meters) {
        this.carrier = carrier;
        this.planner = planner;
        this.from = numbers.numbers().get(0).number();
        this.ours = ours;
        this.alarms = alarms;
        this.workers = workers;
        this.meters = meters;
        counted("begun", 0);
        counted("failed", 0);
    }

    @Override
    public void wake(Coordinator whom, String about, Runnable begun) {
        workers.now(() -> ring(whom, about, begun));
    }

    private void ring(Coordinator whom, String about, Runnable begun) {
        Optional<Leg> leg = leg(whom, about);
        if (leg.isEmpty()) {
            failed(whom, about, "our own address is not known yet");
            return;
        }
        Answer<String> answer = carrier.place(leg.get());
        if (answer instanceof Answer.TooSoon<String> early) {
            workers.later(() -> ring(whom, about, begun), early.pause());
        } else if (answer instanceof Answer.Done) {
            counted("begun", 1);
            begun.run();
        } else if (answer instanceof Answer.Refused<String> no) {
            alarms.unreachable(whom.key());
            failed(whom, about, "the carrier refuses with code " + no.code());
        } else {
            failed(whom, about, "the carrier does not answer");
        }
    }

    private void failed(Coordinator whom, String about, String why) {
        counted("failed", 1);
        LOG.error("{} could not be rung for a lead in danger ({}): {}. It is tried again", whom.id(), about, why);
    }

    private void counted(String result, int times) {
        Counter.builder("careline.wakings")
                .description("Phones rung to wake people for somebody in danger")
                .tag("result", result)
                .register(meters)
                .increment(times);
    }

    private Optional<Leg> leg(Coordinator whom, String about) {
        return ours.reached()
                .flatMap(base -> planner.position(whom.key())
                        .map(position -> new AlarmPlace(about, planner.version(), position))
                        .map(place -> new Leg(
                                from,
                                whom.phone(),
                                URI.create(base + AlarmScript.ANSWERED + place.text()),
                                URI.create(base + AlarmScript.STATUS + place.text()),
                                RING)));
    }
}
