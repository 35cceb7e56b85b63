package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.careline.consent.CallableTime;
import org.careline.consent.ContactWindows;
import org.careline.contact.Language;
import org.careline.followup.OutcomeEffect.Owed;
import org.careline.followup.Planned.Attempt;
import org.careline.lead.Action;
import org.careline.lead.DueItem;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;
import org.careline.lead.Outcome;
import org.careline.lead.Stage;
import org.jspecify.annotations.Nullable;

/** One report of one lead, and the things that can come of it. */
record OutcomeRules(AttemptReport said, Instant now, LeadSituation found, Cadences cadences, ContactWindows windows) {

    /** Whether somebody fears for the person's safety. */
    boolean hold() {
        return found.safetyHold() || said.outcome() == Outcome.SAFETY_CONCERN;
    }

    /** The time that was named, of an outcome that needs one. */
    Instant named() {
        return said.at().orElseThrow(() -> new IllegalStateException("A report without the time it needs is refused"));
    }

    /** A lead that is on its way to a consultation stays there; any other is one that is being tried. */
    Stage attempting() {
        return onItsWay() ? found.stage() : Stage.ATTEMPTING;
    }

    Stage conversing() {
        return onItsWay() ? found.stage() : Stage.IN_CONVERSATION;
    }

    /** A person looks at once. */
    Owed look(Stage stage, String text) {
        return owed(Action.REVIEW, now, stage, counted(), because(text));
    }

    /** What is owed while somebody fears for their safety, by the table for that; other things wait until after it. */
    Owed held(Action what, Instant dueAt, Stage stage, FollowUp followUp, String text, DueItem afterwards) {
        Map<String, String> evidence = evidence();
        evidence.put("afterwards", afterwards.what() + " " + afterwards.dueAt());
        Explanation why = cadences.reasons().of("safety-" + rule(), text, evidence);
        Owed owed = owed(what, dueAt, stage, followUp, why);
        return new Owed(what, dueAt, stage, followUp, true, owed.language(), afterwards, owed.why());
    }

    /** Something is owed as it was agreed with the person; attempts after that begin anew. */
    Owed agreed(Action what, Instant dueAt, Stage stage, String text) {
        return owed(what, dueAt, stage, afresh(named()), because(text));
    }

    /** They are called later, in the hours in which they may be. */
    Owed thinking(Duration asARule) {
        Instant wanted = said.at().orElseGet(() -> now.plus(asARule));
        CallableTime due = windows.of(found.zones()).next(wanted);
        String text = "They want to think about it: they are called when they said or, if they did not, in three days.";
        return owed(Action.CALL, due.at(), Stage.IN_CONVERSATION, afresh(due.at()), because(text, wanted, due));
    }

    /** The cadence goes on. */
    Owed unreached() {
        if (found.stage() == Stage.BOOKED) {
            return afterConsultation();
        }
        Planned planned = cadences.next(counted(), now, found.zones());
        return planned instanceof Attempt attempt
                ? owed(Action.CALL, attempt.dueAt(), attempting(), counted(), because(attempt.why()))
                : owed(Action.REVIEW, now, attempting(), counted(), because(planned.why()));
    }

    /** They are called again soon; that counts as one of the cadence's attempts. */
    Owed busy(Duration soon) {
        Planned planned = cadences.next(counted(), now, found.zones());
        return found.stage() == Stage.BOOKED || planned instanceof Planned.Exhausted
                ? unreached()
                : again(soon, counted());
    }

    /** They are called again at once; that was no attempt. */
    Owed dropped(Duration soon) {
        return found.stage() == Stage.BOOKED ? afterConsultation() : again(soon, found.followUp());
    }

    /** The attempts begin anew with somebody who speaks their language. */
    Owed inTheirLanguage() {
        FollowUp begun = afresh(now);
        Planned planned = cadences.next(begun, now, found.zones());
        return planned instanceof Attempt attempt
                ? owed(Action.CALL, attempt.dueAt(), attempting(), begun, because(attempt.why()))
                : owed(Action.REVIEW, now, attempting(), begun, because(planned.why()));
    }

    Explanation because(String text) {
        return cadences.reasons().of(rule(), text, evidence());
    }

    private Owed again(Duration soon, FollowUp made) {
        Instant wanted = now.plus(soon);
        CallableTime due = windows.of(found.zones()).next(wanted);
        String text = "The connection failed: they are called again soon, when they may be called.";
        return owed(Action.CALL, due.at(), attempting(), made, because(text, wanted, due));
    }

    private Owed afterConsultation() {
        Instant due = found.reviewDueAt();
        String text = "Who has booked is not chased: the look after the consultation stays owed.";
        return owed(
                Action.REVIEW, due == null || due.isBefore(now) ? now : due, Stage.BOOKED, counted(), because(text));
    }

    private Owed owed(Action what, Instant dueAt, Stage stage, FollowUp followUp, Explanation why) {
        Map<String, String> evidence = new TreeMap<>(why.evidence());
        evidence.put("due-at", dueAt.toString());
        Explanation whole = new Explanation(why.step(), why.rule(), why.version(), why.text(), evidence);
        return new Owed(what, dueAt, stage, followUp, hold(), language(), null, whole);
    }

    private Explanation because(String text, Instant wanted, CallableTime due) {
        Map<String, String> evidence = evidence();
        evidence.put("wanted-at", wanted.toString());
        evidence.putAll(cadences.reasons().evidence(due, found.zones()));
        return cadences.reasons().of(rule(), text, evidence);
    }

    private Explanation because(Explanation planned) {
        Map<String, String> evidence = evidence();
        evidence.putAll(planned.evidence());
        return cadences.reasons().of(planned.rule(), planned.text(), evidence);
    }

    private Map<String, String> evidence() {
        Map<String, String> evidence = cadences.reasons().evidence(found.followUp());
        evidence.put("outcome", rule());
        evidence.put("tried-at", now.toString());
        evidence.put("stage", found.stage().name());
        said.at().ifPresent(at -> evidence.put("named-at", at.toString()));
        put(evidence, "review-due-at", found.reviewDueAt());
        put(evidence, "language", language());
        if (hold()) {
            evidence.put("safety-hold", "true");
        }
        return evidence;
    }

    private static void put(Map<String, String> evidence, String key, @Nullable Object value) {
        if (value != null) {
            evidence.put(key, value.toString());
        }
    }

    private String rule() {
        return said.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable Language language() {
        return said.language().flatMap(Language::parse).orElse(null);
    }

    FollowUp counted() {
        FollowUp before = found.followUp();
        return new FollowUp(before.cadence(), before.startedAt(), before.attempts() + 1);
    }

    FollowUp afresh(Instant startsAt) {
        return new FollowUp(found.followUp().cadence(), startsAt, 0);
    }

    private boolean onItsWay() {
        return switch (found.stage()) {
            case NEW, ATTEMPTING, IN_CONVERSATION, CALLBACK_SCHEDULED -> false;
            case BOOKED, ATTENDED, NO_SHOW, RESCHEDULING, CLOSED -> true;
        };
    }
}
