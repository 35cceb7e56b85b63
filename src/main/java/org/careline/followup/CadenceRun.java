package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.CallableTime;
import org.careline.consent.CallableTime.Within;
import org.careline.consent.ContactWindow;
import org.careline.followup.ClinicCadences.Step;

/**
 * One cadence, applied to one person. Its times count from the contact or, if nobody could be called then, from the next
 * opening, so that who came at night is not called twice in the morning.
 *
 * @param steps the attempts; at least one
 * @param afterOpening when the first one is due after such an opening
 * @param window when the person may be called
 * @param calendar by which days are counted
 * @param contactAt when the person came
 */
record CadenceRun(List<Step> steps, Duration afterOpening, ContactWindow window, ZoneId calendar, Instant contactAt) {

    /** An attempt is never due sooner than this after the one before. */
    static final Duration GAP = Duration.ofHours(1);

    /** Whether the first attempt has to wait for the next opening. */
    boolean afterHours() {
        Step step = steps.get(0);
        return step.day() == 0 && !(window.allows(contactAt) && window.allows(contactAt.plus(step.after())));
    }

    /** The first attempt. */
    Timing first() {
        return firstTime().timing();
    }

    /** The first attempt, and why it is then. */
    FirstTime firstTime() {
        Step step = steps.get(0);
        Instant soon = contactAt.plus(step.after());
        if (step.day() > 0) {
            Instant startsAt = window.next(contactAt).at();
            Timing later = moved(
                    startsAt,
                    onDay(dateOf(startsAt).plusDays(step.day()), startsAt).plus(step.after()));
            return new FirstTime(later, later.within() == Within.NOTHING ? Why.UNKNOWN : Why.LATER_DAY, later.dueAt());
        }
        if (!afterHours()) {
            return new FirstTime(new Timing(contactAt, soon, soon, Within.CONTACT_WINDOW), Why.NOW, contactAt);
        }
        CallableTime opening = window.next(window.allows(contactAt) ? soon : contactAt);
        Timing timing = new Timing(opening.at(), soon, window.after(opening, afterOpening), opening.within());
        return new FirstTime(timing, why(opening), opening.at());
    }

    /**
     * The first attempt in a time that the person named, if one comes soon enough; else as it would be without.
     *
     * @param good when the person may be called and is well reached
     * @param within how much later than the contact that may begin at most
     */
    FirstTime firstTime(ContactWindow good, Duration within) {
        FirstTime soonest = firstTime();
        Instant due = soonest.timing().dueAt();
        if (soonest.timing().within() != Within.CONTACT_WINDOW || good.allows(due)) {
            return soonest;
        }
        CallableTime opening = good.next(due);
        boolean soon =
                opening.within() == Within.CONTACT_WINDOW && !opening.at().isAfter(contactAt.plus(within));
        return soon ? soonest.at(opening, good.after(opening, afterOpening)) : soonest;
    }

    private Why why(CallableTime opening) {
        return switch (opening.within()) {
            case NOTHING -> Why.UNKNOWN;
            case OPENING_HOURS -> Why.CLINIC_OPENS;
            case CONTACT_WINDOW ->
                window.clinicOpen(contactAt)
                                && window.clinicOpen(contactAt.plus(steps.get(0).after()))
                        ? Why.WINDOW_OPENS
                        : Why.CLINIC_OPENS;
        };
    }

    /** The first attempt, if it was not made in time. */
    Timing first(Instant now) {
        Timing first = first();
        if (!first.dueAt().isBefore(now)) {
            return first;
        }
        CallableTime opening = window.next(now);
        return new Timing(first.startsAt(), first.wantedAt(), opening.at(), opening.within());
    }

    /**
     * A later attempt.
     *
     * @param index its place among the steps, at least 1
     * @param triedAt when the one before was made. If that was late, the days between the two steps are kept
     */
    Timing later(int index, Instant triedAt) {
        Step step = steps.get(index);
        Instant startsAt = first().startsAt();
        Instant wanted = step.day() == 0
                ? startsAt.plus(step.after())
                : onDay(day(step, steps.get(index - 1), startsAt, triedAt), startsAt)
                        .plus(step.after());
        Instant earliest = triedAt.plus(GAP);
        return moved(startsAt, wanted.isAfter(earliest) ? wanted : earliest);
    }

    private Timing moved(Instant startsAt, Instant wanted) {
        CallableTime opening = window.next(wanted);
        return new Timing(startsAt, wanted, opening.at(), opening.within());
    }

    private LocalDate day(Step step, Step before, Instant startsAt, Instant triedAt) {
        LocalDate planned = dateOf(startsAt).plusDays(step.day());
        LocalDate spaced = dateOf(triedAt).plusDays(step.day() - before.day());
        return step.day() > before.day() && spaced.isAfter(planned) ? spaced : planned;
    }

    /** The time of day of the start, if the person may be called then; else when that day's calls begin. */
    private Instant onDay(LocalDate day, Instant startsAt) {
        Instant sameTime = day.atTime(startsAt.atZone(calendar).toLocalTime())
                .atZone(calendar)
                .toInstant();
        if (window.allows(sameTime)) {
            return sameTime;
        }
        CallableTime first = window.next(day.atStartOfDay(calendar).toInstant());
        return first.within() == Within.CONTACT_WINDOW ? first.at() : sameTime;
    }

    private LocalDate dateOf(Instant when) {
        return when.atZone(calendar).toLocalDate();
    }
}
