package org.careline.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.assignment.Rotation;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.Noticed;
import org.careline.inbox.Sender;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Channel;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SafetyHold;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.LeadsInView;
import org.careline.matching.MatchQuestion;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry with all that was read to decide it.
 *
 * @param stored the inquiry in the inbox
 * @param inquiry its message
 * @param touch the touch that it already is, read after the leads; null if it was not decided yet
 * @param rotation the coordinators as they were before the batch
 * @param now the time of this decision
 * @param withoutPhone the number given is one of ours, and says nothing of the person
 * @param noticed what its words tell of danger
 */
record InquiryInView(
        StoredInquiry stored,
        Inquiry inquiry,
        @Nullable Touch touch,
        LeadsInView view,
        Rotation rotation,
        Instant now,
        boolean withoutPhone,
        Noticed noticed) {

    /** One whose words nobody has read yet. */
    InquiryInView(
            StoredInquiry stored,
            Inquiry inquiry,
            @Nullable Touch touch,
            LeadsInView view,
            Rotation rotation,
            Instant now) {
        this(stored, inquiry, touch, view, rotation, now, false, Noticed.NOTHING);
    }

    /** The same, of somebody who cannot be called at the number that they gave. */
    InquiryInView knowingNoPhone() {
        return new InquiryInView(stored, inquiry, touch, view, rotation, now, true, noticed);
    }

    /** The same, with what its words tell of danger. */
    InquiryInView noticing(Noticed words) {
        return new InquiryInView(stored, inquiry, touch, view, rotation, now, withoutPhone, words);
    }

    /** What its touch is called; for a second message under a used key not what its sender called it. */
    SourceId id() {
        return stored.id();
    }

    /** The touch that it already is. */
    Optional<Touch> decidedBefore() {
        return Optional.ofNullable(touch);
    }

    /** The number at which its sender may be reached. */
    Optional<PhoneNumber> phone() {
        return Optional.ofNullable(sender().phone());
    }

    /** Why it is held back for a human look; empty once a person has let it pass. */
    Optional<Suspicion> suspicion() {
        return Optional.ofNullable(inquiry.suspicion()).filter(looks -> !stored.released());
    }

    /** What is known of it, from the inbox and from the touch, each fact once. */
    List<Fact> facts() {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        Stream.concat(decidedBefore().stream().flatMap(known -> known.facts().stream()), stored.facts().stream())
                .forEach(fact -> byKey.putIfAbsent(fact.key(), fact));
        return List.copyOf(byKey.values());
    }

    /** Who sent it, with what they told of themselves since. */
    Sender sender() {
        Sender sender = stored.sender(inquiry);
        return withoutPhone ? sender.withoutPhone() : sender;
    }

    /** The language that they chose; null if none is known. */
    @Nullable Language language() {
        return facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.LANGUAGE)
                .findFirst()
                .map(fact -> new Language(fact.status()))
                .orElse(inquiry.details().language());
    }

    /**
     * When they are called back, as they were told with their last wish; null if they did not ask for it.
     *
     * @param untold when, if it is not known that they were told a time
     */
    @Nullable Instant callBackAt(Instant untold) {
        return facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.CALL_BACK)
                .max(Comparator.comparing(Fact::status))
                .map(wish -> wish.promisedFor().orElse(untold))
                .orElse(null);
    }

    /** Who becomes the owner of the lead of this call because they took it; empty if that changes nothing. */
    Optional<CoordinatorId> takes(Lead lead) {
        return answeredBy().filter(by -> lead.open() && lead.ownership().yieldsTo(by, inquiry.at()));
    }

    private Optional<CoordinatorId> answeredBy() {
        return facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.ACCEPTED)
                .max(Comparator.comparing(Fact::at))
                .map(fact -> new CoordinatorId(fact.status()));
    }

    /** The last talk that a coordinator had with them; null if there was none that counts. */
    @Nullable Conversation talk() {
        return facts().stream()
                .flatMap(fact -> Conversation.of(id(), fact).stream())
                .filter(Conversation::counts)
                .max(Comparator.comparing(Conversation::from).thenComparing(Conversation::by))
                .orElse(null);
    }

    /** What in it tells that somebody may be in danger. */
    List<Cause> dangers() {
        return Stream.concat(
                        noticed.causes(id(), inquiry.at()).stream(),
                        Stream.of(SafetyHold.Kind.CRISIS_LINE, SafetyHold.Kind.TRANSCRIPT)
                                .flatMap(kind -> told(kind).stream()))
                .toList();
    }

    boolean inDanger() {
        return !dangers().isEmpty();
    }

    private Optional<Cause> told(SafetyHold.Kind kind) {
        boolean inAMessage = kind == SafetyHold.Kind.TRANSCRIPT;
        return facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.CRISIS)
                .filter(fact -> fact.status().equals(Fact.IN_A_MESSAGE) == inAMessage)
                .map(Fact::at)
                .min(Comparator.naturalOrder())
                .map(at -> Cause.of(kind, at, id()));
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
        Sender sender = sender();
        return new MatchQuestion(id(), inquiry.at(), sender.name(), sender.points(), dangers(), touch, view);
    }

    /** Every lead that deciding this inquiry may change. */
    Set<LeadId> leads() {
        Stream<LeadId> known = view.leads().values().stream().map(Lead::id);
        return Stream.concat(known, Stream.of(LeadId.madeBy(id()))).collect(Collectors.toSet());
    }
}
