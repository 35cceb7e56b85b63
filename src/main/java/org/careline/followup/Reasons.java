package org.careline.followup;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.careline.followup.ClinicCadences.Step;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;

/** Says why something is due when it is, with every value that went into it. */
final class Reasons {

    private final ContactWindows windows;
    private final String version;

    /** @param version of the rules and of the clinic's data that they read */
    Reasons(ContactWindows windows, String version) {
        this.windows = windows;
        this.version = version;
    }

    Explanation of(String rule, String text, Map<String, String> evidence) {
        return new Explanation(Explanation.Step.PLAN, rule, version, text, evidence);
    }

    Map<String, String> evidence(FollowUp made, Step step, Timing timing, Set<ZoneId> zones) {
        Map<String, String> evidence = evidence(made);
        evidence.put("step", "day " + step.day() + " after " + step.after());
        evidence.put("starts-at", timing.startsAt().toString());
        evidence.put("wanted-at", timing.wantedAt().toString());
        evidence.putAll(evidence(new Opening(timing.dueAt(), timing.within()), zones));
        return evidence;
    }

    Map<String, String> evidence(FollowUp made) {
        return new TreeMap<>(Map.of(
                "cadence", made.cadence(),
                "contact-at", made.startedAt().toString(),
                "attempts", String.valueOf(made.attempts())));
    }

    Map<String, String> evidence(Opening due, Set<ZoneId> zones) {
        return new TreeMap<>(Map.of(
                "due-at", due.at().toString(),
                "kept-hours", due.within().word(),
                "window", windows.inWords(),
                "zones", windows.inWords(zones)));
    }
}
