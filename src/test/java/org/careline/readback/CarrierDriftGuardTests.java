package org.careline.readback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.careline.carrier.NumberSetup;
import org.careline.carrier.NumberSetup.Hook;
import org.careline.node.Installation;
import org.careline.node.PublicAddress;
import org.careline.readback.DriftReport.Drift;
import org.careline.readback.DriftReport.State;
import org.careline.speech.Clinic;
import org.careline.support.PlayedCarrier;
import org.careline.support.PlayedCarrier.Mood;
import org.junit.jupiter.api.Test;

class CarrierDriftGuardTests {

    private static final String BASE = "https://phone.example.org";
    private static final String FALLBACK = "https://other.example.org/fallback.xml";
    private static final Hook VOICE = new Hook(BASE + "/twilio/voice/inbound#ct=2000&rt=6000&rc=1&rp=ct,5xx", "POST");
    private static final Hook STATUS = new Hook(BASE + "/twilio/voice/status#rc=5&rp=all", "POST");
    private static final NumberSetup MAIN = new NumberSetup("PN1", Clinic.NUMBER, VOICE, FALLBACK, STATUS, "", "");
    private static final NumberSetup SPANISH =
            new NumberSetup("PN2", Clinic.SPANISH_NUMBER, VOICE, FALLBACK, STATUS, "", "");

    private final PlayedCarrier carrier = new PlayedCarrier();
    private final List<String> alarms = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CarrierDriftGuard guard = guard(BASE, FALLBACK);

    private CarrierDriftGuard guard(String base, String fallback) {
        return new CarrierDriftGuard(
                carrier,
                new Installation(base.isEmpty() ? null : PublicAddress.of(base), "", () -> 0),
                new ReadBackSettings(fallback, Duration.ofMinutes(1)),
                Clinic.NUMBERS,
                (kind, about) -> alarms.add(about),
                meters);
    }

    @Test
    void numbersAsTheyMustBeAreQuiet() {
        carrier.numbers.addAll(List.of(MAIN, SPANISH));

        assertThat(guard.look()).isEqualTo(new DriftReport(State.COMPARED, List.of()));
        assertThat(alarms).isEmpty();
        assertThat(gauge()).isZero();
    }

    @Test
    void everyDifferenceIsToldInWords() {
        carrier.numbers.add(new NumberSetup(
                "PN1",
                Clinic.NUMBER,
                new Hook("https://old.example.org/voice", "GET"),
                "",
                new Hook("", "POST"),
                "TK1",
                "AP1"));

        DriftReport report = guard.look();

        assertThat(report.drifts())
                .extracting(Drift::sentence)
                .containsExactly(
                        "voice URL of +18445550100: found https://old.example.org/voice, expected " + VOICE.url(),
                        "voice method of +18445550100: found GET, expected POST",
                        "status callback of +18445550100: found nothing, expected " + STATUS.url(),
                        "fallback URL of +18445550100: found nothing, expected " + FALLBACK,
                        "trunk of +18445550100: found TK1, expected none, for it counts instead of the voice URL",
                        "voice application of +18445550100: found AP1, expected none, for it counts instead of the"
                                + " voice URL",
                        "the number of +18445550101: found nothing, expected it at this account, or not in"
                                + " numbers.yaml");
        assertThat(alarms).containsExactly(Clinic.NUMBER, Clinic.SPANISH_NUMBER);
        assertThat(gauge()).isEqualTo(7);
    }

    @Test
    void aNumberThatAsksUsAndIsNotTheClinicsIsToldToo() {
        carrier.numbers.addAll(List.of(MAIN, SPANISH));
        carrier.numbers.add(new NumberSetup("PN3", Clinic.UNKNOWN_NUMBER, VOICE, "", STATUS, "", ""));
        carrier.numbers.add(new NumberSetup("PN4", "+18445550198", new Hook("", "POST"), "", STATUS, "", ""));

        assertThat(guard.look().drifts()).extracting(Drift::number).containsExactly(Clinic.UNKNOWN_NUMBER);
    }

    @Test
    void withoutASettingTheFallbackMustBeOnAnotherHost() {
        carrier.numbers.addAll(List.of(with(MAIN, BASE + "/fallback"), with(SPANISH, FALLBACK)));

        assertThat(guard(BASE, "").look().drifts()).extracting(Drift::what).containsExactly("fallback URL");
    }

    @Test
    void aFallbackInTheClearIsADifferenceWhoeverSetIt() {
        String clear = FALLBACK.replace("https", "http");
        carrier.numbers.addAll(List.of(with(MAIN, clear), with(SPANISH, FALLBACK)));

        assertThat(guard(BASE, "").look().drifts()).extracting(Drift::what).containsExactly("fallback URL");
        assertThat(guard(BASE, clear).look().drifts())
                .extracting(Drift::sentence)
                .anyMatch(sentence -> sentence.contains("https"))
                .hasSize(2);
        assertThat(guard(BASE, clear).repair().drifts()).isNotEmpty();
        assertThat(carrier.numbers).extracting(NumberSetup::fallbackUrl).contains(FALLBACK);
    }

    private static NumberSetup with(NumberSetup number, String fallback) {
        return new NumberSetup(number.sid(), number.number(), number.voice(), fallback, number.status(), "", "");
    }

    @Test
    void withoutAnAddressOfOurOwnNothingCanBeCompared() {
        carrier.numbers.add(MAIN);
        CarrierDriftGuard lost = guard("", FALLBACK);

        assertThat(lost.look().drifts())
                .singleElement()
                .extracting(Drift::sentence)
                .asString()
                .contains("careline.public-base-url");
        lost.repair();
        assertThat(carrier.numbers).containsExactly(MAIN);
    }

    @Test
    void aRepairSetsAddressesAndLeavesTheRestToAPerson() {
        NumberSetup foreign = new NumberSetup("PN9", Clinic.UNKNOWN_NUMBER, VOICE, "", new Hook("", "POST"), "", "");
        Hook old = new Hook("https://old.example.org/voice", "GET");
        carrier.numbers.addAll(List.of(
                new NumberSetup("PN1", Clinic.NUMBER, old, "", new Hook("", "GET"), "TK1", ""), SPANISH, foreign));

        DriftReport left = guard.repair();

        assertThat(carrier.numbers.get(0))
                .isEqualTo(new NumberSetup("PN1", Clinic.NUMBER, VOICE, FALLBACK, STATUS, "TK1", ""));
        assertThat(carrier.numbers).endsWith(SPANISH, foreign);
        assertThat(left.drifts()).extracting(Drift::what).containsExactly("trunk", "voice URL");
    }

    @Test
    void aCarrierThatCannotBeAskedIsNoDrift() {
        carrier.becomes(Mood.REHEARSES);
        assertThat(guard.look().state()).isEqualTo(State.REHEARSAL);
        carrier.becomes(Mood.REFUSES);
        assertThat(guard.look().state()).isEqualTo(State.REFUSED);
        carrier.becomes(Mood.IS_SILENT);
        assertThat(guard.repair().state()).isEqualTo(State.NO_ANSWER);

        assertThat(alarms).isEmpty();
    }

    private double gauge() {
        return meters.get("careline.number.drifts").gauge().value();
    }
}
