package org.careline.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.careline.contact.DialRules;
import org.careline.contact.PhoneNumber;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;

/**
 * Whether a number may be dialled: the one question before every call that the clinic's account pays for, and before every
 * promise of one. How often a number was promised a call is known to this process alone and for a day. Safe for any number
 * of threads.
 */
public final class Dialling {

    private static final Duration DAY = Duration.ofDays(1);

    /** Numbers that are remembered; the one that was promised longest ago is forgotten first. */
    private static final int MOST_NUMBERS = 20_000;

    private final DialRules rules;
    private final ClinicNumbers numbers;
    private final Roster roster;
    private final int mostADay;
    private final Clock clock;
    private final Map<PhoneNumber, Deque<Instant>> promised = new LinkedHashMap<>();

    /** The answer. */
    public enum Answer {
        YES,
        /** A number of the clinic, or of somebody who works here. */
        OURS,
        /** Somebody the clinic does not answer any more. */
        BLOCKED,
        /** It costs more than a call, or is nobody's. */
        NOBODYS,
        /** In a country that is not dialled without a person's decision. */
        ABROAD,
        /** Too many calls were promised to it today. */
        TOO_OFTEN
    }

    /** @param mostADay how many calls one number is promised within a day */
    public Dialling(DialRules rules, ClinicNumbers numbers, Roster roster, int mostADay, Clock clock) {
        this.rules = rules;
        this.numbers = numbers;
        this.roster = roster;
        this.mostADay = mostADay;
        this.clock = clock;
    }

    /** Whether a call that was promised may be made. */
    public Answer mayBeDialled(PhoneNumber number) {
        Answer known = numbers.ignored(number.e164())
                .map(kind -> kind == ClinicNumbers.Kind.BLOCKED ? Answer.BLOCKED : Answer.OURS)
                .orElse(Answer.YES);
        boolean staff = roster.coordinators().stream()
                .anyMatch(coordinator -> coordinator.phone().equals(number.e164()));
        if (staff || known != Answer.YES) {
            return staff ? Answer.OURS : known;
        }
        return switch (rules.of(number)) {
            case ALLOWED -> Answer.YES;
            case NOBODYS -> Answer.NOBODYS;
            case ABROAD -> Answer.ABROAD;
        };
    }

    /** Whether one more call may be promised; a yes counts as one. */
    public Answer promise(PhoneNumber number) {
        Answer answer = mayBeDialled(number);
        return answer != Answer.YES || counted(number) ? answer : Answer.TOO_OFTEN;
    }

    private synchronized boolean counted(PhoneNumber number) {
        Instant now = clock.instant();
        Deque<Instant> times = promised.computeIfAbsent(number, any -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(DAY))) {
            times.removeFirst();
        }
        if (times.size() >= mostADay) {
            return false;
        }
        times.addLast(now);
        promised.remove(number);
        promised.put(number, times);
        if (promised.size() > MOST_NUMBERS) {
            promised.remove(promised.keySet().iterator().next());
        }
        return true;
    }
}
