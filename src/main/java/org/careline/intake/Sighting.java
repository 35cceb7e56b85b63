package org.careline.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.assignment.Pool;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.LeadsInView;
import org.careline.matching.MatchQuestion;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry with all that was read to decide it.
 *
 * @param stored the inquiry in the inbox
 * @param inquiry its message
 * @param touch the touch that it already is, read after the leads; null if it was not decided yet
 * @param pool the coordinators as they were before the batch
 * @param now the time of this decision
 */
record Sighting(
        StoredInquiry stored, Inquiry inquiry, @Nullable Touch touch, LeadsInView view, Pool pool, Instant now) {

    /** What its touch is called; for a second message under a used key not what its sender called it. */
    SourceId id() {
        return stored.id();
    }

    /** What is known of it, from the inbox and from the touch, each fact once. */
    List<Fact> facts() {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        Stream.concat(touch == null ? Stream.empty() : touch.facts().stream(), stored.facts().stream())
                .forEach(fact -> byKey.putIfAbsent(fact.key(), fact));
        return List.copyOf(byKey.values());
    }

    boolean isCall() {
        return id().channel() == Channel.CALL;
    }

    boolean hasVoicemail() {
        return facts().stream().anyMatch(fact -> fact.kind() == Fact.Kind.VOICEMAIL);
    }

    /** Whether this is a call that may still be going on. */
    boolean onTheLine() {
        return isCall() && facts().stream().noneMatch(Fact::endsTheCall) && now.isBefore(lastSecond());
    }

    /** When a call is over at the latest; one that was accepted, when the longest talk is. */
    Instant lastSecond() {
        Instant unanswered = inquiry.at().plus(Inquiry.LONGEST_CALL);
        return facts().stream()
                .flatMap(fact -> fact.talkUntil().stream())
                .reduce(unanswered, (one, other) -> one.isAfter(other) ? one : other);
    }

    MatchQuestion question() {
        Sender sender = inquiry.sender();
        return new MatchQuestion(id(), inquiry.at(), sender.name(), sender.points(), touch, view);
    }

    /** Every lead that deciding this inquiry may change. */
    Set<LeadId> leads() {
        Stream<LeadId> known = view.leads().values().stream().map(Lead::id);
        return Stream.concat(known, Stream.of(LeadId.madeBy(id()))).collect(Collectors.toSet());
    }
}
