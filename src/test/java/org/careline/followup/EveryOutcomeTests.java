package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.consent.Clinics.at;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindow;
import org.careline.consent.ContactWindows;
import org.careline.followup.OutcomeEffect.Closed;
import org.careline.followup.OutcomeEffect.Owed;
import org.careline.followup.OutcomeEffect.Refused;
import org.careline.lead.Action;
import org.careline.lead.FollowUp;
import org.careline.lead.Outcome;
import org.careline.lead.Outcome.Needs;
import org.careline.lead.Stage;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicHours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every outcome in every situation: one next thing, a closing or a refusal, and never a lead with nothing owed. */
@Holds(Promise.P7)
class EveryOutcomeTests {

    private static final Logger LOG = LoggerFactory.getLogger(EveryOutcomeTests.class);
    private static final List<Instant> NOWS =
            List.of(at("Mon 10:10"), at("Mon 19:58"), at("Sat 23:30"), at("Thu 04:00"));
    private static final List<Set<ZoneId>> ZONES =
            List.of(Clinics.zones(), Clinics.zones("America/Boise", "America/Los_Angeles"));
    private static final List<Stage> STAGES =
            Arrays.stream(Stage.values()).filter(stage -> stage != Stage.CLOSED).toList();

    private static final Set<Outcome> IN_VAIN = EnumSet.of(
            Outcome.NO_ANSWER,
            Outcome.LEFT_VOICEMAIL,
            Outcome.MAILBOX_FULL_OR_UNSET,
            Outcome.BUSY,
            Outcome.CALL_DROPPED,
            Outcome.HUNG_UP,
            Outcome.THIRD_PARTY_ANSWERED);

    private final Map<String, Integer> coverage = new TreeMap<>();

    @Test
    void everyOutcomeLeavesOneThingOwedOrClosesOrIsRefused() {
        play(HeldDispositions::effect);
        LOG.info("Reported: {}", coverage);
        assertThat(coverage).containsOnlyKeys("Refused", "Closed", "CALL", "CALL_BACK", "REVIEW");
    }

    /** Ways to lose somebody in danger: what an outcome does ordinarily, a day's wait, a pause that never ends. */
    enum HoldFault {
        NO_TABLE_OF_ITS_OWN((turn, ordinarily) -> ordinarily),
        CLOSES_ON_REQUEST((turn, ordinarily) ->
                ordinarily instanceof Closed ? ordinarily : HeldDispositions.effect(turn, ordinarily)),
        KEEPS_THE_HOURS((turn, ordinarily) -> {
            Owed held = (Owed) HeldDispositions.effect(turn, ordinarily);
            return held.what() == Action.CALL && ordinarily instanceof Owed owed && owed.what() == Action.CALL
                    ? turn.held(
                            Action.CALL,
                            owed.dueAt(),
                            held.stage(),
                            held.followUp(),
                            "",
                            Objects.requireNonNull(held.afterwards()))
                    : held;
        }),
        TRIES_FOR_EVER((turn, ordinarily) -> {
            Owed held = (Owed) HeldDispositions.effect(turn, ordinarily);
            return turn.said().outcome() == Outcome.NO_ANSWER
                    ? turn.held(
                            Action.CALL,
                            turn.now().plusSeconds(300),
                            held.stage(),
                            held.followUp(),
                            "",
                            Objects.requireNonNull(held.afterwards()))
                    : held;
        });

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final BiFunction<OutcomeRules, OutcomeEffect, OutcomeEffect> rules;

        HoldFault(BiFunction<OutcomeRules, OutcomeEffect, OutcomeEffect> rules) {
            this.rules = rules;
        }
    }

    @Tag("planted")
    @ParameterizedTest
    @EnumSource
    @Holds(Promise.P5)
    void aFaultInTheTableOfHeldLeadsIsFound(HoldFault fault) {
        assertThatThrownBy(() -> play(fault.rules)).isInstanceOf(AssertionError.class);
    }

    private void play(BiFunction<OutcomeRules, OutcomeEffect, OutcomeEffect> whileHeld) {
        for (ClinicHours hours : List.of(Clinics.ALWAYS, Clinics.WEEKDAYS)) {
            ContactWindows windows = new ContactWindows(Clinics.WINDOWS, hours);
            Dispositions dispositions =
                    new Dispositions(new Cadences(CadencesTests.SHIPPED, windows), windows, whileHeld);
            for (Instant now : NOWS) {
                for (LeadSituation found : situations(now)) {
                    for (AttemptReport said : reports(now)) {
                        OutcomeEffect effect = dispositions.effect(said, now, found);

                        check(effect, said, now, found, windows.of(found.zones()));
                        assertThat(effect).isEqualTo(dispositions.effect(said, now, found));
                    }
                }
            }
        }
    }

    private void check(
            OutcomeEffect effect, AttemptReport said, Instant now, LeadSituation found, ContactWindow window) {
        Supplier<String> told = () -> said + " at " + now + " of " + found + ": " + effect;
        if (effect instanceof Refused refused) {
            assertThat(refused.refusals()).as(told).isNotEmpty();
        }
        assertThat(effect instanceof Refused).as(told).isEqualTo(!addsUp(said, now));
        assertThat(effect instanceof Closed)
                .as(told)
                .isEqualTo(addsUp(said, now) && said.outcome() == Outcome.ASKED_TO_STOP && !found.safetyHold());
        coverage.merge(
                effect instanceof Owed owed
                        ? owed.what().name()
                        : effect.getClass().getSimpleName(),
                1,
                Integer::sum);
        if (effect instanceof Owed owed) {
            checkOwed(owed, said, now, found, window, told);
        }
    }

    private static void checkOwed(
            Owed owed,
            AttemptReport said,
            Instant now,
            LeadSituation found,
            ContactWindow window,
            Supplier<String> told) {
        boolean hold = found.safetyHold() || said.outcome() == Outcome.SAFETY_CONCERN;
        assertThat(owed.dueAt()).as(told).isAfterOrEqualTo(now);
        assertThat(owed.what()).as(told).isNotIn(Action.ON_CALL, Action.TEXT);
        assertThat(owed.stage()).as(told).isNotIn(Stage.CLOSED, Stage.NEW);
        assertThat(owed.safetyHold()).as(told).isEqualTo(hold);
        assertThat(owed.language() != null).as(told).isEqualTo(said.outcome() == Outcome.LANGUAGE_NEEDED);
        assertThat(owed.followUp().attempts())
                .as(told)
                .isBetween(0, found.followUp().attempts() + 1);
        assertThat(owed.why().evidence())
                .as(told)
                .containsEntry("due-at", owed.dueAt().toString())
                .containsEntry("tried-at", now.toString())
                .containsKey("outcome");
        assertThat(owed.afterwards() != null).as(told).isEqualTo(hold);
        if (hold) {
            checkHeld(owed, said, now, told);
        }
        if (!hold && owed.what() == Action.CALL) {
            assertThat(window.allows(owed.dueAt())).as(told).isTrue();
        }
        if (owed.what() == Action.CALL_BACK) {
            assertThat(owed.dueAt()).as(told).isEqualTo(said.at().orElseThrow());
        }
    }

    /** Within minutes, and after three tries in vain somebody decides now. */
    private static void checkHeld(Owed owed, AttemptReport said, Instant now, Supplier<String> told) {
        assertThat(owed.dueAt()).as(told).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(10)));
        assertThat(owed.why().rule()).as(told).startsWith("safety-");
        assertThat(owed.why().text()).as(told).isNotBlank();
        if (IN_VAIN.contains(said.outcome()) && owed.followUp().attempts() >= 3) {
            assertThat(owed.what()).as(told).isEqualTo(Action.REVIEW);
            assertThat(owed.dueAt()).as(told).isEqualTo(now);
        }
    }

    private static boolean addsUp(AttemptReport said, Instant now) {
        Needs needs = said.outcome().needs();
        Optional<Instant> at = said.at();
        boolean time = switch (needs) {
            case TIME -> at.isPresent();
            case PERHAPS_TIME -> true;
            case NOTHING, LANGUAGE -> at.isEmpty();
        };
        Instant farthest = now.plus(Duration.ofDays(364));
        boolean near =
                at.filter(one -> one.isBefore(now) || !one.isBefore(farthest)).isEmpty();
        boolean language = said.language().equals(needs == Needs.LANGUAGE ? Optional.of("es") : Optional.empty());
        return time && near && language;
    }

    private static List<AttemptReport> reports(Instant now) {
        List<AttemptReport> reports = new ArrayList<>();
        List<@Nullable Instant> times = new ArrayList<>(
                List.of(now, now.plusMillis(1), now.plus(Duration.ofHours(11)), now.plus(Duration.ofDays(40))));
        times.add(null);
        times.add(now.minusMillis(1));
        times.add(now.plus(Duration.ofDays(367)));
        for (Outcome outcome : Outcome.values()) {
            for (Instant at : times) {
                reports.add(Reports.of(outcome, at, null));
            }
            reports.add(Reports.of(outcome, null, "es"));
            reports.add(Reports.of(outcome, null, ""));
            reports.add(Reports.of(outcome, now, "es"));
        }
        return reports;
    }

    private static List<LeadSituation> situations(Instant now) {
        List<LeadSituation> situations = new ArrayList<>();
        List<@Nullable Instant> looks = new ArrayList<>(List.of(now.plus(Duration.ofDays(2))));
        looks.add(null);
        for (Stage stage : STAGES) {
            for (Instant look : looks) {
                for (Set<ZoneId> zones : ZONES) {
                    for (FollowUp followUp : followUps(now)) {
                        situations.add(new LeadSituation(followUp, stage, look, false, null, zones));
                        situations.add(new LeadSituation(followUp, stage, look, true, null, zones));
                    }
                }
            }
        }
        return situations;
    }

    private static List<FollowUp> followUps(Instant now) {
        return List.of(
                new FollowUp("new-enquiry", now.minusSeconds(300), 0),
                new FollowUp("missed-call", now.minus(Duration.ofDays(2)), 3),
                new FollowUp("voicemail", now.minus(Duration.ofDays(9)), 5),
                new FollowUp("new-enquiry", now.minus(Duration.ofDays(30)), 9),
                new FollowUp("given-up", now.minus(Duration.ofDays(1)), 1),
                new FollowUp("new-enquiry", now.plus(Duration.ofDays(1)), 0));
    }
}
