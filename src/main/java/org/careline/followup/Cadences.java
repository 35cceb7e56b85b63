package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.ContactWindows;
import org.careline.followup.ClinicCadences.Step;
import org.careline.followup.Planned.Attempt;
import org.careline.followup.Planned.Exhausted;
import org.careline.lead.Channel;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;

/**
 * Plans the attempts to reach a person. Pure: the same values give the same plan, on every node and in every order. Safe
 * for any number of threads.
 */
public final class Cadences {

    private static final int VERSION_BYTES = 6;

    private final ClinicCadences file;
    private final ContactWindows windows;
    private final PlanExplanations reasons;

    public Cadences(ClinicCadences file, ContactWindows windows) {
        this.file = file;
        this.windows = windows;
        this.reasons = new PlanExplanations(windows, hash(file + windows.content()));
    }

    /**
     * The cadence that a contact starts.
     *
     * @param leftVoicemail whether it is a call whose caller left a message
     */
    String startedBy(Channel channel, boolean leftVoicemail) {
        return channel == Channel.CALL && leftVoicemail
                ? file.starts().voicemail()
                : file.starts().of(channel);
    }

    /** The same of somebody who named no good time. */
    Attempt first(Channel channel, Instant contactAt, Set<ZoneId> zones) {
        return first(Asked.at(channel, contactAt, zones));
    }

    /**
     * The first attempt that a contact asks for. Whoever comes when nobody can be called is due shortly after the next
     * opening (leads.md §4.6); whoever named good times, in the first of them that comes soon enough.
     */
    public Attempt first(Asked asked) {
        FollowUp begun = new FollowUp(file.starts().of(asked.channel()), asked.at(), 0);
        List<Step> steps = steps(begun);
        FirstTime first = firstTime(asked);
        Map<String, String> evidence = reasons.evidence(begun, steps.get(0), first.timing(), asked.zones());
        if (!asked.good().parts().isEmpty()) {
            evidence.put("good-times", asked.good().inWords());
            evidence.put("good-times-within", file.goodTimesWithin().toString());
        }
        if (first.why() != Why.NOW) {
            evidence.put("after-hours", file.afterHours().toString());
        }
        return attempt(begun, steps, first.timing(), reasons.of(first.why(), evidence));
    }

    /** When that is due, and why. */
    FirstTime firstTime(Asked asked) {
        FollowUp begun = new FollowUp(file.starts().of(asked.channel()), asked.at(), 0);
        CadenceRun course = course(steps(begun), begun, asked.zones());
        return asked.good().parts().isEmpty()
                ? course.firstTime()
                : course.firstTime(windows.of(asked.zones(), asked.good().hours()), file.goodTimesWithin());
    }

    /** How soon the first attempt is made if the person can be called at once. */
    Duration firstStep(Channel channel) {
        Step first =
                steps(new FollowUp(file.starts().of(channel), Instant.EPOCH, 0)).get(0);
        return Duration.ofDays(first.day()).plus(first.after());
    }

    private List<Step> steps(FollowUp begun) {
        return Objects.requireNonNull(file.cadences().get(begun.cadence()), "a checked file has it");
    }

    /**
     * The attempt after those that were made: never sooner than an hour after the last one, and never more on one day than
     * the cadence has on one of its days.
     *
     * @param made the attempts so far
     * @param now when the last of them was made
     * @param zones where the person may be; empty if unknown
     */
    Planned next(FollowUp made, Instant now, Set<ZoneId> zones) {
        List<Step> steps = file.cadences().get(made.cadence());
        if (steps == null) {
            String text = "The clinic has no such cadence any more: a person decides.";
            return new Exhausted(
                    made.cadence(), made.attempts(), reasons.of("cadence-unknown", text, reasons.evidence(made)));
        }
        if (made.attempts() >= steps.size()) {
            String text = "All attempts of the cadence were made: a person closes the lead with a reason, or keeps it.";
            return new Exhausted(
                    made.cadence(), made.attempts(), reasons.of("cadence-exhausted", text, reasons.evidence(made)));
        }
        CadenceRun course = course(steps, made, zones);
        Timing timing = made.attempts() == 0 ? course.first(now) : course.later(made.attempts(), now);
        Map<String, String> evidence = reasons.evidence(made, steps.get(made.attempts()), timing, zones);
        evidence.put("tried-at", now.toString());
        String text =
                "The next attempt is due when its cadence says so and the person may be called, but not within an hour"
                        + " of the last one.";
        return attempt(made, steps, timing, reasons.of("next-attempt", text, evidence));
    }

    /** Says why, in the words of the same version of the rules. */
    PlanExplanations reasons() {
        return reasons;
    }

    private CadenceRun course(List<Step> steps, FollowUp made, Set<ZoneId> zones) {
        return new CadenceRun(steps, file.afterHours(), windows.of(zones), windows.calendar(zones), made.startedAt());
    }

    private static Attempt attempt(FollowUp made, List<Step> steps, Timing timing, Explanation why) {
        return new Attempt(timing.dueAt(), made.cadence(), made.attempts() + 1, steps.size(), why);
    }

    private static String hash(String content) {
        return HexFormat.of().formatHex(DigestUtils.sha256(content), 0, VERSION_BYTES);
    }
}
