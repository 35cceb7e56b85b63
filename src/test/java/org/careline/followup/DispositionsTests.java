package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.consent.Clinics.at;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindows;
import org.careline.contact.Language;
import org.careline.followup.OutcomeEffect.Closed;
import org.careline.followup.OutcomeEffect.Owed;
import org.careline.followup.OutcomeEffect.Refused;
import org.careline.lead.Action;
import org.careline.lead.CloseReason;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Outcome;
import org.careline.lead.Stage;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DispositionsTests {

    private static final Instant CONTACT = at("Mon 10:00");
    private static final Instant NOW = at("Mon 10:10");
    private static final FollowUp FIRST_TRY = new FollowUp("new-enquiry", CONTACT, 0);
    private static final Set<ZoneId> MIAMI = Clinics.zones("America/New_York");

    private final ContactWindows windows = new ContactWindows(Clinics.WINDOWS, Clinics.ALWAYS);
    private final Dispositions dispositions = new Dispositions(new Cadences(CadencesTests.SHIPPED, windows), windows);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # outcome             | at         | owed      | due        | stage              | cadence counts from | attempts
            SPOKE_BOOKED          | Wed 15:00  | REVIEW    | Wed 16:00  | BOOKED             | Wed 15:00  | 0
            SPOKE_CALLBACK        | Mon 22:30  | CALL_BACK | Mon 22:30  | CALLBACK_SCHEDULED | Mon 22:30  | 0
            BAD_TIME              | Tue 07:15  | CALL_BACK | Tue 07:15  | CALLBACK_SCHEDULED | Tue 07:15  | 0
            SPOKE_THINKING        |            | CALL      | Thu 10:10  | IN_CONVERSATION    | Thu 10:10  | 0
            SPOKE_THINKING        | Sat 22:00  | CALL      | Sun 12:00  | IN_CONVERSATION    | Sun 12:00  | 0
            SPOKE_NOT_INTERESTED  |            | REVIEW    | Mon 10:10  | IN_CONVERSATION    | Mon 10:00  | 1
            NO_ANSWER             |            | CALL      | Mon 14:00  | ATTEMPTING         | Mon 10:00  | 1
            LEFT_VOICEMAIL        |            | CALL      | Mon 14:00  | ATTEMPTING         | Mon 10:00  | 1
            MAILBOX_FULL_OR_UNSET |            | CALL      | Mon 14:00  | ATTEMPTING         | Mon 10:00  | 1
            HUNG_UP               |            | CALL      | Mon 14:00  | ATTEMPTING         | Mon 10:00  | 1
            THIRD_PARTY_ANSWERED  |            | CALL      | Mon 14:00  | ATTEMPTING         | Mon 10:00  | 1
            BUSY                  |            | CALL      | Mon 10:25  | ATTEMPTING         | Mon 10:00  | 1
            CALL_DROPPED          |            | CALL      | Mon 10:15  | ATTEMPTING         | Mon 10:00  | 0
            WRONG_NUMBER          |            | REVIEW    | Mon 10:10  | ATTEMPTING         | Mon 10:00  | 1
            NOT_IN_SERVICE        |            | REVIEW    | Mon 10:10  | ATTEMPTING         | Mon 10:00  | 1
            SAFETY_CONCERN        |            | REVIEW    | Mon 10:10  | IN_CONVERSATION    | Mon 10:10  | 0
            """)
    void eachOutcomeDrivesTheNextAction(
            Outcome outcome,
            @Nullable String at,
            Action owed,
            String due,
            Stage stage,
            String startedAt,
            int attempts) {
        AttemptReport said = Reports.of(outcome, at == null ? null : at(at), null);

        Owed effect = (Owed) dispositions.effect(said, NOW, newLead());

        assertThat(effect.what()).isEqualTo(owed);
        assertThat(effect.dueAt()).isEqualTo(at(due));
        assertThat(effect.stage()).isEqualTo(stage);
        assertThat(effect.followUp()).isEqualTo(new FollowUp("new-enquiry", at(startedAt), attempts));
        assertThat(effect.safetyHold()).isEqualTo(outcome == Outcome.SAFETY_CONCERN);
        assertThat(effect.language()).isNull();
    }

    @Test
    void anotherLanguageBeginsTheAttemptsAnew() {
        AttemptReport said = Reports.of(Outcome.LANGUAGE_NEEDED, null, "ES");
        LeadSituation tried = situation(new FollowUp("new-enquiry", CONTACT, 4), Stage.ATTEMPTING);

        Owed byDay = (Owed) dispositions.effect(said, NOW, tried);
        Owed byNight = (Owed) dispositions.effect(said, at("Mon 21:00"), tried);

        assertThat(byDay.what()).isEqualTo(Action.CALL);
        assertThat(byDay.dueAt()).isEqualTo(at("Mon 10:15"));
        assertThat(byDay.followUp()).isEqualTo(new FollowUp("new-enquiry", NOW, 0));
        assertThat(byDay.language()).isEqualTo(new Language("es"));
        assertThat(byDay.language()).isNotNull();
        assertThat(byNight.dueAt()).isEqualTo(at("Tue 09:30"));
    }

    @Test
    void whoAsksToBeLeftAloneIs() {
        Closed closed = (Closed) dispositions.effect(AttemptReport.of(Outcome.ASKED_TO_STOP), NOW, newLead());

        assertThat(closed.reason()).isEqualTo(CloseReason.DO_NOT_CONTACT);
        assertThat(closed.why().rule()).isEqualTo("asked-to-stop");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NO_ANSWER", "LEFT_VOICEMAIL", "MAILBOX_FULL_OR_UNSET", "HUNG_UP", "THIRD_PARTY_ANSWERED", "BUSY"})
    void afterTheLastAttemptAPersonDecides(Outcome outcome) {
        LeadSituation last = situation(new FollowUp("new-enquiry", CONTACT, 5), Stage.ATTEMPTING);

        Owed owed = (Owed) dispositions.effect(AttemptReport.of(outcome), at("Mon+ 10:10"), last);

        assertThat(owed.what()).isEqualTo(Action.REVIEW);
        assertThat(owed.dueAt()).isEqualTo(at("Mon+ 10:10"));
        assertThat(owed.followUp().attempts()).isEqualTo(6);
        assertThat(owed.why().rule()).isEqualTo("cadence-exhausted");
    }

    @Test
    void busyAndBrokenLinesAreTriedAgainOnlyInTheHours() {
        Owed busy = (Owed) dispositions.effect(AttemptReport.of(Outcome.BUSY), at("Mon 19:50"), newLead());
        Owed dropped = (Owed) dispositions.effect(AttemptReport.of(Outcome.CALL_DROPPED), at("Mon 19:54"), newLead());

        assertThat(busy.dueAt()).isEqualTo(at("Tue 09:00"));
        assertThat(dropped.dueAt()).isEqualTo(at("Mon 19:59"));
    }

    @Test
    void aPromisedCallThatIsNotAnsweredBeginsTheCadenceThere() {
        Owed promised =
                (Owed) dispositions.effect(Reports.of(Outcome.SPOKE_CALLBACK, at("Wed 15:00"), null), NOW, newLead());

        Owed missed = (Owed) dispositions.effect(
                AttemptReport.of(Outcome.NO_ANSWER), at("Wed 15:01"), situation(promised.followUp(), promised.stage()));

        assertThat(missed.dueAt()).isEqualTo(at("Wed 19:00"));
        assertThat(missed.stage()).isEqualTo(Stage.ATTEMPTING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NO_ANSWER", "LEFT_VOICEMAIL", "HUNG_UP", "BUSY", "CALL_DROPPED"})
    void whoHasBookedIsNotChased(Outcome outcome) {
        LeadSituation booked = new LeadSituation(FIRST_TRY, Stage.BOOKED, at("Wed 16:00"), false, null, MIAMI);

        Owed before = (Owed) dispositions.effect(AttemptReport.of(outcome), NOW, booked);
        Owed after = (Owed) dispositions.effect(AttemptReport.of(outcome), at("Thu 10:00"), booked);

        assertThat(before.what()).isEqualTo(Action.REVIEW);
        assertThat(before.dueAt()).isEqualTo(at("Wed 16:00"));
        assertThat(before.stage()).isEqualTo(Stage.BOOKED);
        assertThat(after.dueAt()).isEqualTo(at("Thu 10:00"));
    }

    @Test
    void aLeadOnItsWayKeepsItsStage() {
        Owed owed = (Owed)
                dispositions.effect(AttemptReport.of(Outcome.NO_ANSWER), NOW, situation(FIRST_TRY, Stage.NO_SHOW));

        assertThat(owed.what()).isEqualTo(Action.CALL);
        assertThat(owed.stage()).isEqualTo(Stage.NO_SHOW);
    }

    @ParameterizedTest
    @Holds(Promise.P5)
    @CsvSource(delimiter = '|', textBlock = """
            # outcome             | at         | owed      | due        | afterwards           | reason says
            SPOKE_BOOKED          | Mon+ 15:00 | REVIEW    | Sat 23:40  | REVIEW Mon+ 16:00    | safe until then
            SPOKE_CALLBACK        | Sun 15:00  | REVIEW    | Sat 23:40  | CALL_BACK Sun 15:00  | danger now
            SPOKE_CALLBACK        | Sat 23:36  | CALL_BACK | Sat 23:36  | CALL_BACK Sat 23:36  | within minutes
            BAD_TIME              | Sun 07:15  | REVIEW    | Sat 23:40  | CALL_BACK Sun 07:15  | danger now
            SPOKE_THINKING        |            | REVIEW    | Sat 23:40  | CALL                 | danger meanwhile
            SPOKE_NOT_INTERESTED  |            | REVIEW    | Sat 23:40  | REVIEW Sat 23:30     | does not mean that they are safe
            NO_ANSWER             |            | CALL      | Sat 23:35  | CALL                 | Nobody answered
            LEFT_VOICEMAIL        |            | CALL      | Sat 23:40  | CALL                 | time to hear it
            MAILBOX_FULL_OR_UNSET |            | CALL      | Sat 23:35  | CALL                 | No message could be left
            BUSY                  |            | CALL      | Sat 23:32  | CALL                 | on the phone
            CALL_DROPPED          |            | CALL      | Sat 23:31  | CALL                 | broke off
            HUNG_UP               |            | CALL      | Sat 23:35  | CALL                 | could not talk
            THIRD_PARTY_ANSWERED  |            | CALL      | Sat 23:40  | CALL                 | nothing was told
            WRONG_NUMBER          |            | REVIEW    | Sat 23:30  | REVIEW Sat 23:30     | other numbers
            NOT_IN_SERVICE        |            | REVIEW    | Sat 23:30  | REVIEW Sat 23:30     | welfare check
            ASKED_TO_STOP         |            | REVIEW    | Sat 23:30  | REVIEW Sat 23:30     | nothing is closed
            SAFETY_CONCERN        |            | REVIEW    | Sat 23:30  | CALL                 | fears for their safety
            """)
    void somebodysSafetyWaitsMinutesAtMostWhateverTheHoursAre(
            Outcome outcome, @Nullable String at, Action owed, String due, String afterwards, String reason) {
        AttemptReport said = Reports.of(outcome, at == null ? null : at(at), null);
        LeadSituation held = new LeadSituation(FIRST_TRY, Stage.ATTEMPTING, null, true, null, MIAMI);

        Owed effect = (Owed) dispositions.effect(said, at("Sat 23:30"), held);

        assertThat(effect.what()).isEqualTo(owed);
        assertThat(effect.dueAt()).isEqualTo(at(due));
        assertThat(effect.safetyHold()).isTrue();
        assertThat(effect.why().text()).contains(reason);
        assertThat(effect.why().rule()).startsWith("safety-");
        String[] later = afterwards.split(" ", 2);
        assertThat(effect.afterwards()).isNotNull().satisfies(item -> {
            assertThat(item.what()).hasToString(later[0]);
            if (later.length > 1) {
                assertThat(item.dueAt()).isEqualTo(at(later[1]));
            } else {
                assertThat(windows.of(MIAMI).allows(item.dueAt())).isTrue();
            }
        });
    }

    @Test
    @Holds(Promise.P5)
    void whoIsInDangerAndNotUnderstoodIsCalledAtOnceBySomebodyWhoSpeaksTheirLanguage() {
        LeadSituation held = new LeadSituation(FIRST_TRY, Stage.ATTEMPTING, null, true, null, MIAMI);

        Owed owed = (Owed) dispositions.effect(Reports.of(Outcome.LANGUAGE_NEEDED, null, "es"), at("Sat 23:30"), held);

        assertThat(owed.what()).isEqualTo(Action.CALL);
        assertThat(owed.dueAt()).isEqualTo(at("Sat 23:30"));
        assertThat(owed.language()).isEqualTo(new Language("es"));
    }

    @Test
    @Holds(Promise.P5)
    void afterThreeTriesInVainASupervisorDecidesOnAWelfareCheckAtOnce() {
        for (int tries = 2; tries < 5; tries++) {
            LeadSituation held = new LeadSituation(
                    new FollowUp("new-enquiry", CONTACT, tries), Stage.ATTEMPTING, null, true, null, MIAMI);

            Owed owed = (Owed) dispositions.effect(AttemptReport.of(Outcome.NO_ANSWER), NOW, held);

            assertThat(owed.what()).isEqualTo(Action.REVIEW);
            assertThat(owed.dueAt()).isEqualTo(NOW);
            assertThat(owed.why().text()).contains("welfare check").contains((tries + 1) + " times");
        }
    }

    @Test
    void aCallThatWasPromisedOutlastsAttemptsInVainDuringTheHold() {
        DueItem promised = DueItem.of(Action.CALL_BACK, at("Fri 15:00"), Set.of());
        LeadSituation held = new LeadSituation(FIRST_TRY, Stage.CALLBACK_SCHEDULED, null, true, promised, MIAMI);

        Owed inVain = (Owed) dispositions.effect(AttemptReport.of(Outcome.NO_ANSWER), NOW, held);
        Owed otherwise =
                (Owed) dispositions.effect(Reports.of(Outcome.SPOKE_CALLBACK, at("Thu 09:00"), null), NOW, held);

        assertThat(inVain.afterwards()).isEqualTo(promised);
        assertThat(otherwise.afterwards()).isEqualTo(DueItem.of(Action.CALL_BACK, at("Thu 09:00"), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SPOKE_BOOKED         |             |     | TIME_MISSING
            SPOKE_CALLBACK       |             |     | TIME_MISSING
            BAD_TIME             |             |     | TIME_MISSING
            BAD_TIME             | Mon 10:09   |     | TIME_PAST
            SPOKE_THINKING       | Mon 10:09   |     | TIME_PAST
            NO_ANSWER            | Tue 10:00   |     | TIME_NOT_TAKEN
            SPOKE_NOT_INTERESTED | Tue 10:00   |     | TIME_NOT_TAKEN
            LANGUAGE_NEEDED      |             |     | LANGUAGE_MISSING
            LANGUAGE_NEEDED      |             | ?!  | LANGUAGE_MISSING
            NO_ANSWER            |             | es  | LANGUAGE_NOT_TAKEN
            SPOKE_BOOKED         |             | es  | TIME_MISSING LANGUAGE_NOT_TAKEN
            LANGUAGE_NEEDED      | Tue 10:00   |     | TIME_NOT_TAKEN LANGUAGE_MISSING
            """)
    void aReportThatDoesNotAddUpIsRefused(
            Outcome outcome, @Nullable String at, @Nullable String language, String refusals) {
        AttemptReport said = Reports.of(outcome, at == null ? null : at(at), language);

        Refused refused = (Refused) dispositions.effect(said, NOW, newLead());

        assertThat(refused.refusals()).extracting(ReportFault::name).containsExactly(refusals.split(" ", -1));
        assertThat(refused.refusals()).allSatisfy(refusal -> {
            assertThat(refusal.field()).isEqualTo(refusal.name().startsWith("TIME") ? "at" : "language");
            assertThat(refusal.expected()).isNotBlank();
        });
    }

    @Test
    void aPromiseReachesAYearAtMost() {
        Instant inAYear = Instant.parse("2027-11-23T15:10:00Z");

        assertThat(dispositions.effect(Reports.of(Outcome.BAD_TIME, inAYear, null), NOW, newLead()))
                .isInstanceOf(Owed.class);
        assertThat(dispositions.effect(Reports.of(Outcome.BAD_TIME, inAYear.plusMillis(1), null), NOW, newLead()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusals()).containsExactly(ReportFault.TIME_TOO_FAR));
    }

    @Test
    void aPromiseMayBeDueThisVeryMoment() {
        Owed owed = (Owed) dispositions.effect(Reports.of(Outcome.SPOKE_CALLBACK, NOW, null), NOW, newLead());

        assertThat(owed.dueAt()).isEqualTo(NOW);
    }

    @Test
    void theReasonNamesEverythingThatCounted() {
        Owed thinking =
                (Owed) dispositions.effect(AttemptReport.of(Outcome.SPOKE_THINKING), at("Thu 10:10"), newLead());
        Owed missed = (Owed) dispositions.effect(AttemptReport.of(Outcome.NO_ANSWER), NOW, newLead());

        assertThat(thinking.why().rule()).isEqualTo("spoke-thinking");
        assertThat(thinking.why().evidence())
                .containsEntry("outcome", "spoke-thinking")
                .containsEntry("stage", "NEW")
                .containsEntry("tried-at", at("Thu 10:10").toString())
                .containsEntry(
                        "wanted-at", at("Thu 10:10").plus(Duration.ofDays(3)).toString())
                .containsEntry("due-at", at("Sun 12:00").toString())
                .containsEntry("zones", "America/New_York")
                .containsEntry("kept-hours", "contact-window");
        assertThat(missed.why().rule()).isEqualTo("next-attempt");
        assertThat(missed.why().evidence())
                .containsEntry("outcome", "no-answer")
                .containsEntry("attempts", "1")
                .containsEntry("step", "day 0 after PT4H")
                .containsEntry("due-at", at("Mon 14:00").toString());
    }

    @Test
    void nobodyIsTriedForAClosedLead() {
        assertThatThrownBy(() -> situation(FIRST_TRY, Stage.CLOSED)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LeadSituation newLead() {
        return situation(FIRST_TRY, Stage.NEW);
    }

    private static LeadSituation situation(FollowUp followUp, Stage stage) {
        return new LeadSituation(followUp, stage, null, false, null, MIAMI);
    }
}
