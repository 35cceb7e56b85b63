package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.consent.Clinics.at;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindows;
import org.careline.followup.ClinicCadences.Starts;
import org.careline.followup.ClinicCadences.Step;
import org.careline.followup.Planned.Attempt;
import org.careline.followup.Planned.Exhausted;
import org.careline.lead.Channel;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadencesTests {

    static final ClinicCadences SHIPPED = ClinicFiles.shipped().read("cadences", ClinicCadences.class);

    private static final Set<ZoneId> MIAMI = Clinics.zones("America/New_York");

    private final Cadences always = cadences(Clinics.ALWAYS);
    private final Cadences weekdays = cadences(Clinics.WEEKDAYS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # contact  | first call
            Mon 10:00  | Mon 10:05
            Mon 19:54  | Mon 19:59
            Mon 19:56  | Tue 09:30
            Mon 22:00  | Tue 09:30
            Tue 03:00  | Tue 09:30
            Tue 08:58  | Tue 09:30
            Tue 09:00  | Tue 09:05
            Sat 21:00  | Sun 12:30
            """)
    void theFirstCallIsDueAtOnceOrSoonAfterTheNextOpening(String contact, String due) {
        Attempt first = always.first(Channel.FORM, at(contact), MIAMI);

        assertThat(first.dueAt()).isEqualTo(at(due));
        assertThat(first.cadence()).isEqualTo("new-enquiry");
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(6);
        assertThat(first.why().rule()).isEqualTo(due.endsWith(":30") ? "first-response-after-hours" : "first-response");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # contact  | first call
            Mon 11:54  | Mon 11:59
            Mon 11:57  | Mon 13:30
            Wed 18:00  | Fri 09:30
            Fri 17:28  | Mon+ 09:30
            """)
    void theClinicsBreaksAndHolidaysCount(String contact, String due) {
        assertThat(weekdays.first(Channel.CALL, at(contact), MIAMI).dueAt()).isEqualTo(at(due));
    }

    @Test
    void anOpeningThatIsTooShortIsDueAtItsBeginning() {
        ClinicHours noon = new ClinicHours(Clinics.NEW_YORK, List.of(Clinics.weekdays("12:00", "12:20")), List.of());

        assertThat(cadences(noon).first(Channel.FORM, at("Mon 09:00"), MIAMI).dueAt())
                .isEqualTo(at("Mon 12:00"));
    }

    @Test
    void theContactsChannelChoosesTheCadence() {
        assertThat(always.startedBy(Channel.CALL, false)).isEqualTo("missed-call");
        assertThat(always.startedBy(Channel.CALL, true)).isEqualTo("voicemail");
        assertThat(always.startedBy(Channel.SMS, true)).isEqualTo("new-enquiry");
        assertThat(always.first(Channel.CALL, at("Mon 10:00"), MIAMI).cadence()).isEqualTo("missed-call");
    }

    @Test
    void whoIsNeverReachedIsCalledSixTimesInTwoWeeks() {
        assertThat(punctually(always, "new-enquiry", at("Mon 10:00"), MIAMI))
                .containsExactly(
                        at("Mon 10:05"),
                        at("Mon 14:00"),
                        at("Tue 10:00"),
                        at("Thu 10:00"),
                        at("Mon+ 10:00"),
                        at("Mon+ 10:00").plus(Duration.ofDays(7)));
    }

    @Test
    void whoCameAtNightIsCountedFromTheMorning() {
        assertThat(punctually(always, "missed-call", at("Sat 21:00"), MIAMI))
                .containsExactly(
                        at("Sun 12:30"),
                        at("Sun 13:30"),
                        at("Mon+ 12:00"),
                        at("Mon+ 16:00"),
                        at("Wed+ 12:00"),
                        at("Sun+ 12:00"));
    }

    @Test
    void aTimeOfDayThatIsNotPossibleBecomesThatDaysFirst() {
        // Saturday at 10 is fine, Sunday only from noon
        assertThat(punctually(always, "new-enquiry", at("Sat 10:00"), MIAMI))
                .startsWith(at("Sat 10:05"), at("Sat 14:00"), at("Sun 12:00"), at("Tue+ 10:00"));
    }

    @Test
    void aDayWithoutAnyHoursBecomesTheNext() {
        assertThat(punctually(weekdays, "new-enquiry", at("Wed 10:00"), MIAMI))
                .startsWith(at("Wed 10:05"), at("Wed 14:00"), at("Fri 09:00"), at("Mon+ 09:00"));
    }

    @Test
    void lateWorkKeepsTheDaysBetween() {
        FollowUp made = new FollowUp("new-enquiry", at("Mon 10:00"), 3);

        assertThat(due(always.next(made, at("Fri 16:00"), MIAMI))).isEqualTo(at("Sun 12:00"));
    }

    @Test
    void anAttemptIsNeverSoonerThanAnHourAfterTheOneBefore() {
        FollowUp made = new FollowUp("missed-call", at("Mon 10:00"), 1);

        assertThat(due(always.next(made, at("Mon 10:30"), MIAMI))).isEqualTo(at("Mon 11:30"));
        assertThat(due(always.next(made, at("Mon 19:30"), MIAMI))).isEqualTo(at("Tue 09:00"));
    }

    @Test
    void aFirstAttemptThatWasNotMadeIsDueNow() {
        FollowUp begun = new FollowUp("new-enquiry", at("Mon 10:00"), 0);

        assertThat(due(always.next(begun, at("Mon 10:01"), MIAMI))).isEqualTo(at("Mon 10:05"));
        assertThat(due(always.next(begun, at("Mon 12:00"), MIAMI))).isEqualTo(at("Mon 12:00"));
        assertThat(due(always.next(begun, at("Mon 21:00"), MIAMI))).isEqualTo(at("Tue 09:00"));
    }

    @Test
    void aDayLaterIsADayByTheClockEvenIfItIsPut() {
        Instant saturday = at("2026-10-26", "Sat 15:00");

        assertThat(punctually(always, "new-enquiry", saturday, MIAMI).get(2))
                .isEqualTo(at("2026-10-26", "Sun 15:00"))
                .isEqualTo(saturday.plus(Duration.ofHours(25)));
    }

    @Test
    void daysAreCountedWhereThePersonIs() {
        // ten in the evening in New York is four in the afternoon in Honolulu, on the same day
        List<Instant> calls = punctually(always, "new-enquiry", at("Mon 22:00"), Clinics.zones("Pacific/Honolulu"));

        assertThat(calls).startsWith(at("Mon 22:05"), at("Tue 14:00"), at("Wed 22:00"));
    }

    @Test
    void afterTheLastStepAPersonDecides() {
        Planned over = always.next(new FollowUp("new-enquiry", at("Mon 10:00"), 6), at("Mon 12:00"), MIAMI);

        assertThat(over).isInstanceOf(Exhausted.class);
        assertThat(over.why().rule()).isEqualTo("cadence-exhausted");
    }

    @Test
    void aCadenceThatTheClinicGaveUpIsDecidedByAPerson() {
        Planned over = always.next(new FollowUp("old-plan", at("Mon 10:00"), 1), at("Mon 12:00"), MIAMI);

        assertThat(over).isInstanceOf(Exhausted.class);
        assertThat(over.why().rule()).isEqualTo("cadence-unknown");
    }

    @Test
    void aCadenceMayBeginOnALaterDay() {
        ClinicCadences calm = new ClinicCadences(
                Duration.ofMinutes(30),
                Duration.ofDays(2),
                Map.of("calm", List.of(new Step(1, Duration.ofHours(1)), new Step(2, Duration.ZERO))),
                new Starts("calm", "calm", "calm", "calm", "calm", "calm"));
        Cadences cadences = new Cadences(calm, new ContactWindows(Clinics.WINDOWS, Clinics.ALWAYS));

        assertThat(punctually(cadences, "calm", at("Mon 22:00"), MIAMI))
                .containsExactly(at("Wed 10:00"), at("Thu 09:00"));
        assertThat(cadences.first(Channel.SMS, at("Mon 10:00"), MIAMI).why().rule())
                .isEqualTo("first-response");
    }

    @Test
    @Holds(Promise.P8)
    void thePlanSaysEverythingThatItWasMadeOf() {
        Explanation first =
                always.first(Channel.API, at("Mon 22:00"), Clinics.zones()).why();
        Explanation next =
                ((Attempt) always.next(new FollowUp("new-enquiry", at("Mon 10:00"), 2), at("Mon 14:10"), MIAMI)).why();

        assertThat(first.step()).isEqualTo(Explanation.Step.PLAN);
        assertThat(first.evidence())
                .containsEntry("contact-at", "2026-11-24T03:00:00Z")
                .containsEntry("cadence", "new-enquiry")
                .containsEntry("attempts", "0")
                .containsEntry("step", "day 0 after PT5M")
                .containsEntry("wanted-at", "2026-11-24T03:05:00Z")
                .containsEntry("starts-at", "2026-11-24T14:00:00Z")
                .containsEntry("after-hours", "PT30M")
                .containsEntry("due-at", "2026-11-24T14:30:00Z")
                .containsEntry("kept-hours", "contact-window")
                .containsEntry(
                        "window",
                        "strict: monday tuesday wednesday thursday friday saturday 09:00-20:00,"
                                + " sunday 12:00-18:00")
                .containsEntry("zones", "America/New_York (the clinic's)");
        assertThat(next.evidence())
                .containsEntry("attempts", "2")
                .containsEntry("step", "day 1 after PT0S")
                .containsEntry("tried-at", "2026-11-23T19:10:00Z")
                .containsEntry("zones", "America/New_York");
        assertThat(first.version()).matches("[0-9a-f]{12}").isEqualTo(next.version());
    }

    @Test
    void theVersionChangesWithWhatThePlanIsMadeOf() {
        assertThat(version(always)).isEqualTo(version(cadences(Clinics.ALWAYS))).isNotEqualTo(version(weekdays));
    }

    private static String version(Cadences cadences) {
        return cadences.first(Channel.FORM, at("Mon 10:00"), MIAMI).why().version();
    }

    private static Instant due(Planned planned) {
        return ((Attempt) planned).dueAt();
    }

    /** When all calls of a cadence are due if each is made at once and reaches nobody. */
    private static List<Instant> punctually(Cadences cadences, String cadence, Instant contactAt, Set<ZoneId> zones) {
        List<Instant> calls = new ArrayList<>();
        Instant now = contactAt;
        while (cadences.next(new FollowUp(cadence, contactAt, calls.size()), now, zones) instanceof Attempt attempt) {
            now = attempt.dueAt();
            calls.add(now);
        }
        return calls;
    }

    private static Cadences cadences(ClinicHours hours) {
        return new Cadences(SHIPPED, new ContactWindows(Clinics.WINDOWS, hours));
    }
}
