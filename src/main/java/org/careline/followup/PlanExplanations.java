package org.careline.followup;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.CallableTime;
import org.careline.consent.ContactWindows;
import org.careline.followup.ClinicCadences.Step;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;

/** Says why something is due when it is, with every value that went into it. */
final class PlanExplanations {

    private final ContactWindows windows;
    private final String version;

    /** @param version of the rules and of the clinic's data that they read */
    PlanExplanations(ContactWindows windows, String version) {
        this.windows = windows;
        this.version = version;
    }

    Explanation of(String rule, String text, Map<String, String> evidence) {
        return new Explanation(Explanation.Step.PLAN, rule, version, text, evidence);
    }

    /** Why the first attempt is due when it is. */
    Explanation of(Why why, Map<String, String> evidence) {
        return switch (why) {
            case NOW, LATER_DAY ->
                of("first-response", "The first call is due as soon after the contact as its cadence says.", evidence);
            case GOOD_TIME ->
                of(
                        "first-response-good-time",
                        "The first call is due in a time that the person named as a good one.",
                        evidence);
            case CLINIC_OPENS ->
                of(
                        "first-response-after-hours",
                        "The clinic is closed: the first call is due shortly after it is open and the person may be called.",
                        evidence);
            case WINDOW_OPENS ->
                of(
                        "first-response-after-hours",
                        "The person may not be called yet, by the hours of where they are: the first call is due shortly after"
                                + " they may.",
                        evidence);
            case UNKNOWN ->
                of(
                        "first-response-after-hours",
                        "The clinic's hours name no opening: the call is due at once.",
                        evidence);
        };
    }

    Map<String, String> evidence(FollowUp made, Step step, Timing timing, Set<ZoneId> zones) {
        Map<String, String> evidence = evidence(made);
        evidence.put("step", "day " + step.day() + " after " + step.after());
        evidence.put("starts-at", timing.startsAt().toString());
        evidence.put("wanted-at", timing.wantedAt().toString());
        evidence.putAll(evidence(new CallableTime(timing.dueAt(), timing.within()), zones));
        return evidence;
    }

    Map<String, String> evidence(FollowUp made) {
        return new TreeMap<>(Map.of(
                "cadence", made.cadence(),
                "contact-at", made.startedAt().toString(),
                "attempts", String.valueOf(made.attempts())));
    }

    Map<String, String> evidence(CallableTime due, Set<ZoneId> zones) {
        return new TreeMap<>(Map.of(
                "due-at", due.at().toString(),
                "kept-hours", due.within().word(),
                "window", windows.inWords(),
                "zones", windows.inWords(zones)));
    }
}
