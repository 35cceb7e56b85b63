package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Alarms.Kind;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Holds(Promise.P7)
class LoggedAlarmsTests {

    private static final String LEAD = "0123456789abcdef01234567";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovableClock clock = new MovableClock();
    private final Alarms alarms = new LoggedAlarms(meters, clock);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindStandsAtZeroFromTheStart(Kind kind) {
        assertThat(counted(kind)).isZero();
    }

    @Test
    void anAlarmIsLoggedAsAWarning(CapturedOutput output) {
        alarms.raise(Kind.SAFETY_CONCERN, LEAD);

        assertThat(output.getAll()).contains("WARN", "A lead is about somebody's safety (" + LEAD + ")");
        assertThat(counted(Kind.SAFETY_CONCERN)).isOne();
    }

    @Test
    void theSameAlarmIsLoggedOnceAMinuteAndCountedEachTime(CapturedOutput output) {
        for (int second = 0; second < 150; second++) {
            alarms.raise(Kind.NOBODY_ELIGIBLE, LEAD);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(output.getAll().split(LEAD, -1)).hasSize(1 + 3);
        assertThat(counted(Kind.NOBODY_ELIGIBLE)).isEqualTo(150);
    }

    @Test
    void anotherAlarmIsNotSilenced(CapturedOutput output) {
        alarms.raise(Kind.NOBODY_ELIGIBLE, LEAD);
        alarms.raise(Kind.SAFETY_CONCERN, LEAD);
        alarms.raise(Kind.PHONE_UNREACHABLE, "ana");

        assertThat(output.getAll()).contains("nobody can be given it", "safety", "phone cannot be reached (ana)");
    }

    @Test
    void aClockThatIsPutBackSilencesNothing(CapturedOutput output) {
        alarms.raise(Kind.SAFETY_CONCERN, LEAD);
        clock.advance(Duration.ofHours(-1));
        alarms.raise(Kind.SAFETY_CONCERN, LEAD);

        assertThat(output.getAll().split(LEAD, -1)).hasSize(1 + 2);
    }

    private double counted(Kind kind) {
        return meters.get("careline.alarms")
                .tag("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                .counter()
                .count();
    }
}
