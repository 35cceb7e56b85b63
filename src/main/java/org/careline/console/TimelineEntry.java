package org.careline.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.lead.Assignment;
import org.careline.lead.Channel;
import org.careline.lead.Conversation;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Fact;
import org.careline.lead.LeadWithHistory;
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
    static List<TimelineEntry> of(LeadWithHistory file, Due.Shown shown) {
        Function<CoordinatorId, String> names = shown.names();
        Stream<TimelineEntry> touches = file.touches().stream().flatMap(touch -> of(touch, names));
        Stream<TimelineEntry> acts = file.acts().stream().map(act -> of(act, shown));
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

    /** The contact itself, and what we did because of it by ourselves. */
    private static Stream<TimelineEntry> of(Touch touch, Function<CoordinatorId, String> names) {
        CallLabels call = new CallLabels(touch, names);
        Stream<TimelineEntry> talks = touch.talks()
                .filter(Conversation::calledBack)
                .map(talk -> new TimelineEntry(talk.from(), "touch", "Called back: " + call.talked(talk), ""));
        Stream<TimelineEntry> others = touch.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.CALLED_BACK)
                .map(fact -> new TimelineEntry(fact.at(), "touch", call.calledBack(fact), ""));
        return Stream.of(Stream.of(of(touch, call)), talks, others).flatMap(Function.identity());
    }

    private static TimelineEntry of(Touch touch, CallLabels call) {
        String way = touch.direction() == Touch.Direction.IN ? " received" : " sent";
        String came = touch.id().channel() == Channel.CALL ? call.sentences() : "";
        String unsure = touch.unconfirmed() ? " (perhaps somebody else on the same phone)" : "";
        return new TimelineEntry(
                touch.at(),
                "touch",
                Labels.of(touch.id().channel()) + way + (came.isEmpty() ? "" : ": " + came) + unsure + consent(touch),
                wish(touch));
    }

    private static TimelineEntry of(CoordinatorAct act, Due.Shown shown) {
        Optional<String> detail =
                Optional.ofNullable(act.detail()).map(what -> ": " + Labels.detail(what) + named(act, shown.zone()));
        return new TimelineEntry(
                act.at(),
                "act",
                Labels.of(act.what()) + " by " + shown.names().apply(act.by()) + detail.orElse(""),
                Objects.requireNonNullElse(act.note(), ""));
    }

    /** The time that the person named, which the rule of the outcome kept. */
    private static String named(CoordinatorAct act, ZoneId zone) {
        return Optional.ofNullable(act.why())
                .map(why -> why.evidence().get("named-at"))
                .map(Instant::parse)
                .map(at -> " for " + ClockTime.dated(at, zone))
                .orElse("");
    }

    private static TimelineEntry of(Assignment decision, Function<CoordinatorId, String> names) {
        Optional<String> reason = Optional.ofNullable(decision.reason()).map(Labels::of);
        String title = decision.coordinator()
                .map(owner -> "Given to " + names.apply(owner) + " " + Labels.of(decision.how()))
                .orElseGet(() -> "Waits without an owner: " + reason.orElse(""));
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
