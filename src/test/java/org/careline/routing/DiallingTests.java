package org.careline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.careline.contact.DialRules;
import org.careline.contact.PhoneNumber;
import org.careline.routing.Dialling.Answer;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.ClinicNumbers.Ignored;
import org.careline.settings.ClinicNumbers.Kind;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class DiallingTests {

    private static final PhoneNumber CALLER = new PhoneNumber("+12125550123");

    private final MovableClock clock = new MovableClock();
    private final ClinicNumbers numbers = new ClinicNumbers(
            List.of(new ClinicNumber("+18445550100", "Main", "en", "website", "Hello.", Set.of())),
            List.of(new Ignored("+13055550190", Kind.BLOCKED, null), new Ignored("+13055550191", Kind.TRACKING, null)),
            "+13055550192");
    private final Dialling dialling = new Dialling(
            new DialRules(Set.of("US")), numbers, new Team.Shifts(List.of(Team.always("ana", "en"))), 3, clock);

    @Test
    void nobodyIsCalledAtANumberOfTheClinicOrOfItsPeople() {
        assertThat(answer("+18445550100")).isEqualTo(Answer.OURS);
        assertThat(answer("+13055550191")).isEqualTo(Answer.OURS);
        assertThat(answer("+13055550192")).isEqualTo(Answer.OURS);
        assertThat(answer(Team.always("ana", "en").phone())).isEqualTo(Answer.OURS);
        assertThat(answer("+13055550190")).isEqualTo(Answer.BLOCKED);
        assertThat(answer("+19005550123")).isEqualTo(Answer.NOBODYS);
        assertThat(answer("+525512345678")).isEqualTo(Answer.ABROAD);
    }

    @Test
    void aNumberIsPromisedSoManyCallsInADay() {
        for (int call = 0; call < 3; call++) {
            assertThat(dialling.promise(CALLER)).isEqualTo(Answer.YES);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(dialling.promise(CALLER)).isEqualTo(Answer.TOO_OFTEN);
        assertThat(dialling.mayBeDialled(CALLER)).isEqualTo(Answer.YES);
        assertThat(dialling.promise(new PhoneNumber("+12125550124"))).isEqualTo(Answer.YES);
        clock.advance(Duration.ofHours(21));
        assertThat(dialling.promise(CALLER)).isEqualTo(Answer.YES);
        assertThat(dialling.promise(CALLER)).isEqualTo(Answer.TOO_OFTEN);
    }

    private Answer answer(String number) {
        return dialling.promise(new PhoneNumber(number));
    }
}
