package org.careline.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.consent.CallableTime;
import org.careline.consent.CallableTime.Within;
import org.careline.consent.ContactWindow;
import org.careline.consent.ContactWindows;
import org.careline.contact.ContactZones;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Action;
import org.careline.lead.Lead;
import org.careline.lead.NextAction;
import org.careline.lead.Person;

/**
 * Whether a person may be called now, as their page says it.
 *
 * @param now whether they may
 * @param words from when they may, by their own clock and by the clinic's, or why at any hour; empty if that is as always
 */
record MayCall(boolean now, String words) {

    private static final MayCall NOW = new MayCall(true, "");

    /** A call for an emergency waits for no hours (47 U.S.C. 227(b)(1); 47 CFR 64.1200(f), "emergency purposes"). */
    private static final MayCall IN_DANGER = new MayCall(true, "They may be in danger: call at any hour.");

    static MayCall of(Lead lead, ContactWindows windows, Due.Shown shown) {
        Optional<NextAction> next = Optional.ofNullable(lead.next());
        if (next.filter(owed -> owed.what() == Action.ON_CALL).isPresent()) {
            return new MayCall(false, "They are on the line now: nobody dials them.");
        }
        if (lead.work().safetyHold()) {
            return IN_DANGER;
        }
        if (next.filter(owed -> owed.what() == Action.CALL_BACK)
                .filter(owed -> !owed.dueAt().isAfter(shown.now()))
                .isPresent()) {
            return NOW;
        }
        Set<ZoneId> zones = zones(lead.person());
        ContactWindow window = windows.of(zones);
        return window.allows(shown.now()) ? NOW : new MayCall(false, later(window.next(shown.now()), zones, shown));
    }

    private static Set<ZoneId> zones(Person person) {
        return ContactZones.of(
                person.points().stream()
                        .filter(PhoneNumber.class::isInstance)
                        .map(PhoneNumber.class::cast)
                        .collect(Collectors.toSet()),
                person.zips());
    }

    private static String later(CallableTime opening, Set<ZoneId> zones, Due.Shown shown) {
        if (opening.within() == Within.NOTHING) {
            return "May not be called now: the clinic is closed, and its hours name no day on which it opens.";
        }
        ZoneId theirs = zones.size() == 1 ? zones.iterator().next() : shown.zone();
        Instant from = opening.at();
        String day = from.atZone(theirs).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String here =
                theirs.getRules().getOffset(from).equals(shown.zone().getRules().getOffset(from))
                        ? ""
                        : "; " + ClockTime.of(from, shown.now(), shown.zone()) + " here";
        return "May be called from " + ClockTime.of(from, shown.now(), theirs) + " (" + day + " hours, "
                + theirs.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + here + ")"
                + (zones.size() > 1
                        ? ": the number may be in several time zones, and it must be allowed in each."
                        : ".");
    }
}
