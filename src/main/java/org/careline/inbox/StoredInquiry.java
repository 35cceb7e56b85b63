package org.careline.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.Unwrapped;
import org.springframework.data.mongodb.core.mapping.Unwrapped.OnEmpty;

/**
 * An inquiry as it lies in the inbox: the message, what was learnt of it, and how far it has come. It holds no decision;
 * the touch is the decision. In its document the fields of the groups lie side by side.
 *
 * @param receipt what its sender got
 * @param arrival the message, once it is there
 * @param restingOrder its place among those that rest, as one sortable text; null if it does not rest
 */
public record StoredInquiry(
        SourceId id,
        long rev,
        String receipt,
        @Unwrapped(onEmpty = OnEmpty.USE_EMPTY) Arrival arrival,
        List<Fact> facts,
        @Unwrapped(onEmpty = OnEmpty.USE_EMPTY) Standing standing,
        @Unwrapped(onEmpty = OnEmpty.USE_EMPTY) Attempts failures,
        @Unwrapped(onEmpty = OnEmpty.USE_EMPTY) Marks marks,
        @Field("shelf") @Nullable String restingOrder)
        implements Versioned<SourceId> {

    public StoredInquiry {
        facts = List.copyOf(facts);
        restingOrder = Optional.ofNullable(standing.reason())
                .map(why -> restingOrder(id, arrival, standing.progress(), marks.danger()))
                .orElse(null);
    }

    private StoredInquiry(
            SourceId id,
            long rev,
            String receipt,
            Arrival arrival,
            List<Fact> facts,
            Standing standing,
            Attempts failures,
            Marks marks) {
        this(id, rev, receipt, arrival, facts, standing, failures, marks, null);
    }

    /** Danger first, then the oldest: the mark for danger sorts before every digit. */
    private static String restingOrder(SourceId id, Arrival arrival, Progress progress, boolean danger) {
        long at = Optional.ofNullable(arrival.inquiry())
                .map(inquiry -> inquiry.at().toEpochMilli())
                .orElse(0L);
        return String.format(Locale.ROOT, "%s|%s%015d|%s", progress, danger ? "!" : "", at, id.value());
    }

    /** @param known what is known of it from the beginning */
    static StoredInquiry arrived(Inquiry inquiry, Receipt receipt, List<Fact> known) {
        Arrival arrival = new Arrival(inquiry, ContentHash.of(inquiry));
        return fresh(inquiry.id(), receipt, arrival, known, Standing.waiting(inquiry.at()));
    }

    /** Facts that came before their message. */
    static StoredInquiry early(SourceId id, Receipt receipt) {
        return fresh(id, receipt, Arrival.NONE, List.of(), Standing.EARLY);
    }

    private static StoredInquiry fresh(
            SourceId id, Receipt receipt, Arrival arrival, List<Fact> facts, Standing standing) {
        return new StoredInquiry(id, 0, receipt.value(), arrival, facts, standing, Attempts.NONE, Marks.NONE);
    }

    /** The message itself, when its facts were here first. */
    StoredInquiry filledIn(StoredInquiry arrived) {
        return new StoredInquiry(
                id, rev, receipt, arrived.arrival, more(arrived.facts), arrived.standing, Attempts.NONE, Marks.NONE);
    }

    /** A second message under a key that was used before: kept, for a person to look at. */
    StoredInquiry asVariant(Receipts receipts) {
        return variant(receipts, Standing.resting(Progress.PARKED, Reason.KEY_REUSED));
    }

    /** The same of somebody who may be in danger: it is not left to wait for a look, but decided as it arrived. */
    StoredInquiry asVariantInDanger(Receipts receipts) {
        return variant(receipts, standing);
    }

    private StoredInquiry variant(Receipts receipts, Standing as) {
        SourceId variant = id.variant(arrival.contentHash().substring(0, 12));
        return fresh(variant, receipts.of(variant), arrival, facts, as);
    }

    /** The message; empty while only facts of it are known. */
    public Optional<Inquiry> inquiry() {
        return Optional.ofNullable(arrival.inquiry());
    }

    /** Tells a repeat from another message under the same key; empty while there is no message. */
    public String contentHash() {
        return arrival.contentHash();
    }

    public Progress progress() {
        return standing.progress();
    }

    /** Why it rests; empty if it does not. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(standing.reason());
    }

    /** When the flow takes it up; empty if it rests. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(standing.dueAt());
    }

    /** How often deciding it has failed. */
    public int attempts() {
        return failures.attempts();
    }

    /** The step and kind of the last failure, without contact data. */
    public Optional<String> lastCause() {
        return Optional.ofNullable(failures.lastCause());
    }

    /** Whether a person has looked at it and lets it pass. */
    public boolean released() {
        return marks.released();
    }

    /** Whether people were told that somebody may be in danger. */
    public boolean danger() {
        return marks.danger();
    }

    /** Who sent the message. A withheld caller may have entered a number since, at which to call them back. */
    public Sender sender(Inquiry message) {
        Sender sender = message.sender();
        return sender.points().isEmpty()
                ? facts.stream()
                        .flatMap(fact -> fact.enteredPhone().stream())
                        .findFirst()
                        .map(Sender::caller)
                        .orElse(sender)
                : sender;
    }

    /** The contact points that its sender is known by; none while only facts are known. */
    public Set<ContactPoint> points() {
        return inquiry().map(message -> sender(message).points()).orElse(Set.of());
    }

    private List<Fact> more(List<Fact> others) {
        return Stream.concat(facts.stream(), others.stream().filter(fact -> !knows(fact)))
                .toList();
    }

    boolean knows(Fact fact) {
        return facts.stream().anyMatch(known -> known.key().equals(fact.key()));
    }

    /** With one more fact, to be decided again; a fact that is known changes nothing. */
    public StoredInquiry learning(Fact fact, Instant now) {
        if (knows(fact)) {
            return this;
        }
        boolean again = switch (progress()) {
            case WAITING, LIVE, DONE, UNPLACED -> true;
            case EARLY, SUSPECT, PARKED, REFUSED -> false;
        };
        return new StoredInquiry(
                id,
                rev,
                receipt,
                arrival,
                more(List.of(fact)),
                again ? Standing.waiting(now) : standing,
                failures,
                marks);
    }

    /** With what a repeat of the message knows of it. */
    StoredInquiry learning(List<Fact> others, Instant now) {
        StoredInquiry after = this;
        for (Fact fact : others) {
            after = after.learning(fact, now);
        }
        return after;
    }

    /** Whether a person has a say in it: it waits for them, or one of them has dismissed it. */
    boolean waitsForPerson() {
        return progress().waitsForPerson() || standing.reason() == Reason.DISMISSED;
    }

    /** The same, of somebody who may be in danger. */
    public StoredInquiry inDanger() {
        return with(standing, failures, new Marks(marks.released(), true));
    }

    /** Refused, or waiting for a person. */
    public StoredInquiry resting(Progress end, Reason why) {
        return with(Standing.resting(end, why), failures, marks);
    }

    /** It is a touch. */
    public StoredInquiry done() {
        return with(Standing.DONE, failures, marks);
    }

    /** Decided as far as a call that goes on can be. */
    public StoredInquiry live(Instant until) {
        return with(Standing.due(Progress.LIVE, until), failures, marks);
    }

    /** Back to the flow, because a person has looked at it. */
    public StoredInquiry released(Instant now) {
        return with(Standing.waiting(now), Attempts.NONE, new Marks(true, marks.danger()));
    }

    public StoredInquiry failed(String cause, Instant tryAgainAt) {
        return with(Standing.due(progress(), tryAgainAt), failures.failed(cause), marks);
    }

    public StoredInquiry parked(String cause) {
        return with(Standing.resting(Progress.PARKED, Reason.FAILED), failures.failed(cause), marks);
    }

    private StoredInquiry with(Standing next, Attempts tries, Marks marked) {
        return new StoredInquiry(id, rev, receipt, arrival, facts, next, tries, marked);
    }
}
