package org.careline.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.lead.Act;
import org.careline.lead.Assignment;
import org.careline.lead.LeadFile;
import org.careline.lead.Touch;
import org.careline.staff.CoordinatorId;

/**
 * One thing that happened with a lead.
 *
 * @param kind {@code touch}, {@code act} or {@code owner}
 * @param title what it was, in words
 * @param text what a person wrote; empty if nobody wrote anything
 */
record TimelineEntry(Instant at, String kind, String title, String text) {

    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm z", Locale.ENGLISH);

    /** Everything, the newest first. A claim is an act and a decision; it is told once. */
    static List<TimelineEntry> of(LeadFile file, Function<CoordinatorId, String> names) {
        Stream<TimelineEntry> touches = file.touches().stream().map(TimelineEntry::of);
        Stream<TimelineEntry> acts = file.acts().stream().map(act -> of(act, names));
        Stream<TimelineEntry> owners = file.lead().ownership().ledger().stream()
                .filter(decision -> decision.how() != Assignment.How.CLAIM)
                .map(decision -> of(decision, names));
        return Stream.of(owners, acts, touches)
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
    }

    private static String wish(Touch touch) {
        return touch.callBackPhone()
                .map(phone -> "Wishes to be called at " + phone.national() + ".")
                .orElse("");
    }

    private static String consent(Touch touch) {
        return touch.recordingConsent()
                .map(fact -> fact.status().equals("declined")
                        ? " (not recorded: the caller declined)"
                        : " (recorded; the caller heard announcement "
                                + fact.values().getOrDefault("version", "") + ")")
                .orElse("");
    }

    private static TimelineEntry of(Touch touch) {
        String way = touch.direction() == Touch.Direction.IN ? " received" : " sent";
        String outcome = touch.outcome() == null ? "" : ": " + InWords.plain(touch.outcome());
        String unsure = touch.unconfirmed() ? " (perhaps somebody else on the same phone)" : "";
        return new TimelineEntry(
                touch.at(),
                "touch",
                InWords.of(touch.id().channel()) + way + outcome + unsure + consent(touch),
                wish(touch));
    }

    private static TimelineEntry of(Act act, Function<CoordinatorId, String> names) {
        String detail = act.detail() == null ? "" : ": " + InWords.detail(act.detail());
        return new TimelineEntry(
                act.at(),
                "act",
                InWords.of(act.what()) + " by " + names.apply(act.by()) + detail,
                act.note() == null ? "" : act.note());
    }

    private static TimelineEntry of(Assignment decision, Function<CoordinatorId, String> names) {
        String reason = decision.reason() == null ? "" : InWords.of(decision.reason());
        String title = decision.owner() == null
                ? "Waits without an owner: " + reason
                : "Given to " + names.apply(decision.owner()) + " " + InWords.of(decision.how());
        return new TimelineEntry(decision.at(), "owner", title, "");
    }

    /** Day and time by the clinic's clock. */
    public String when(ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    /** Nothing that a person wrote reaches a log. */
    @Override
    public String toString() {
        return "TimelineEntry[" + kind + " " + at + "]";
    }
}
