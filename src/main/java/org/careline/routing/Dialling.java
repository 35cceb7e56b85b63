package org.careline.routing;

import java.time.Clock;
import java.util.Locale;
import org.careline.contact.DialRules;
import org.careline.contact.PhoneNumber;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;

/**
 * Whether a number may be dialled: the one question before every call that the clinic's account pays for, and before every
 * promise of one. Safe for any number of threads.
 */
public final class Dialling {

    private final DialRules rules;
    private final ClinicNumbers numbers;
    private final Roster roster;
    private final PromisesOfADay promises;

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
        TOO_OFTEN;

        /** How it stands in what is kept of a call. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param mostADay how many calls one number is promised within a day */
    public Dialling(DialRules rules, ClinicNumbers numbers, Roster roster, int mostADay, Clock clock) {
        this.rules = rules;
        this.numbers = numbers;
        this.roster = roster;
        this.promises = new PromisesOfADay(mostADay, clock);
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
        return answer != Answer.YES || promises.counted(number) ? answer : Answer.TOO_OFTEN;
    }
}
