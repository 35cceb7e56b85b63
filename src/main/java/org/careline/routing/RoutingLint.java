package org.careline.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;

/**
 * Finds rules of calls that are possible and surely not meant: hours in which nobody can be rung, a language or a skill that
 * nobody on shift has. A week is looked at, a quarter of an hour at a time. Pure.
 */
public final class RoutingLint {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration WEEK = Duration.ofDays(7);

    private final CallPlan rules;
    private final Roster roster;
    private final OpeningHours hours;
    private final ClinicNumbers numbers;

    public RoutingLint(CallPlan rules, Roster roster, OpeningHours hours, ClinicNumbers numbers) {
        this.rules = rules;
        this.roster = roster;
        this.hours = hours;
        this.numbers = numbers;
    }

    /**
     * @param fatal a clinic with this is not served: the start is refused
     * @param sentence says what and when
     */
    public record Finding(boolean fatal, String sentence) {}

    /** @param from in the first hour of the week that is looked at */
    public List<Finding> findings(Instant from) {
        return findingsFrom(from.truncatedTo(ChronoUnit.HOURS));
    }

    private List<Finding> findingsFrom(Instant from) {
        List<Finding> all = new ArrayList<>();
        if (rules.mostCoordinators() == 0) {
            all.add(new Finding(false, "most-coordinators is 0: no phone is ever rung, every call goes to voicemail"));
            return all;
        }
        late(all);
        gaps(from, "nobody is on shift", any -> true, true, all);
        Set<String> languages = new HashSet<>();
        for (ClinicNumber number : numbers.numbers()) {
            if (languages.add(number.language())) {
                gapsInLanguage(from, number.language(), all);
            }
            if (!number.skills().isEmpty()) {
                gapsInSkills(from, number.skills(), all);
            }
        }
        return all;
    }

    private void gapsInLanguage(Instant from, String language, List<Finding> all) {
        gaps(
                from,
                "nobody on shift speaks " + language + ", the language of a number",
                one -> one.languages().contains(language),
                false,
                all);
    }

    private void gapsInSkills(Instant from, Set<String> skills, List<Finding> all) {
        gaps(
                from,
                "nobody on shift has the skills " + String.join(", ", skills) + " of a number",
                one -> one.skills().containsAll(skills),
                !rules.anybodyIfNobodyFits(),
                all);
    }

    private void late(List<Finding> all) {
        int last = rules.mostCoordinators() - (rules.ownerFirst() ? 2 : 1);
        Duration alone = rules.ownerFirst() ? rules.longestRing() : Duration.ZERO;
        Duration after = alone.plus(rules.ring().after(Math.max(last, 0), rules.longestRing(), rules.stepSeconds()));
        if (!rules.longestWait().isZero() && after.compareTo(rules.longestWait()) > 0) {
            all.add(new Finding(
                    false,
                    "the last of most-coordinators phones would ring after " + after.toSeconds()
                            + " s, and callers wait " + rules.longestWait().toSeconds() + " s at most"));
        }
    }

    /** @param needed whether callers reach nobody without them */
    private void gaps(Instant from, String what, Predicate<Coordinator> fits, boolean needed, List<Finding> all) {
        long open = 0;
        long bare = 0;
        Instant first = from;
        for (Instant at = from; at.isBefore(from.plus(WEEK)); at = at.plus(STEP)) {
            if (hours.openAt(at)) {
                open++;
                if (!reachable(at, fits)) {
                    first = bare == 0 ? at : first;
                    bare++;
                }
            }
        }
        if (bare > 0) {
            boolean never = needed && bare == open && never(from, fits);
            all.add(new Finding(
                    never,
                    never
                            ? "in no opening hour of five weeks can a caller reach anybody: " + what
                            : sentence(what, bare, open, first)));
        }
    }

    /** A week can be one of holidays. */
    private boolean never(Instant from, Predicate<Coordinator> fits) {
        for (Instant at = from; at.isBefore(from.plus(WEEK.multipliedBy(5))); at = at.plus(STEP)) {
            if (hours.openAt(at) && reachable(at, fits)) {
                return false;
            }
        }
        return true;
    }

    private boolean reachable(Instant at, Predicate<Coordinator> fits) {
        return roster.coordinators().stream().anyMatch(one -> fits.test(one) && roster.onShift(one, at));
    }

    private String sentence(String what, long bare, long open, Instant first) {
        ZonedDateTime local = first.atZone(hours.zone());
        DayOfWeek day = local.getDayOfWeek();
        return "%s for %d of %d open quarters of an hour a week, first on %s at %02d:%02d"
                .formatted(
                        what,
                        bare,
                        open,
                        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        local.getHour(),
                        local.getMinute());
    }
}
