package org.careline.readback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.careline.carrier.Answer;
import org.careline.carrier.Answer.Done;
import org.careline.carrier.Answer.NotSent;
import org.careline.carrier.Answer.Refused;
import org.careline.carrier.Carrier;
import org.careline.carrier.NumberSetup;
import org.careline.node.Installation;
import org.careline.readback.DriftReport.Drift;
import org.careline.readback.DriftReport.State;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.springframework.stereotype.Component;

/** Asks the carrier for its numbers; each that differs raises an alarm, as long as it does. */
@Component
final class CarrierDriftGuard implements DriftGuard {

    private final Carrier carrier;
    private final ExpectedSetup expected;
    private final Alarms alarms;
    private final AtomicInteger differences = new AtomicInteger();

    CarrierDriftGuard(
            Carrier carrier,
            Installation installation,
            ReadBackSettings readBack,
            ClinicNumbers numbers,
            Alarms alarms,
            MeterRegistry meters) {
        this.carrier = carrier;
        this.expected = new ExpectedSetup(numbers, installation.base(), readBack.fallbackUrl());
        this.alarms = alarms;
        Gauge.builder("careline.number.drifts", differences, AtomicInteger::get)
                .description("Differences between the carrier's setup of our numbers and what it must be")
                .register(meters);
    }

    @Override
    public DriftReport look() {
        Answer<List<NumberSetup>> answer = carrier.numbers();
        if (answer instanceof Done<List<NumberSetup>> account) {
            return told(expected.drifts(account.value()));
        }
        if (answer instanceof NotSent) {
            return DriftReport.without(State.REHEARSAL);
        }
        return DriftReport.without(answer instanceof Refused ? State.REFUSED : State.NO_ANSWER);
    }

    private DriftReport told(List<Drift> drifts) {
        differences.set(drifts.size());
        drifts.stream()
                .map(Drift::number)
                .distinct()
                .forEach(number -> alarms.raise(Kind.NUMBER_MISCONFIGURED, number));
        return new DriftReport(State.COMPARED, drifts);
    }

    @Override
    public DriftReport repair() {
        carrier.numbers().told().ifPresent(this::repair);
        return look();
    }

    /** Only the clinic's own numbers are touched. */
    private void repair(List<NumberSetup> account) {
        if (expected.base().isEmpty()) {
            return;
        }
        Set<String> drifted =
                expected.drifts(account).stream().map(Drift::number).collect(Collectors.toSet());
        account.stream()
                .filter(number -> drifted.contains(number.number())
                        && expected.numbers().dialled(number.number()).isPresent())
                .map(expected::wanted)
                .forEach(carrier::setUp);
    }
}
