package org.careline.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as it lies in the inbox: the message, what was learnt of it, and how far it has come. It holds no decision;
 * the touch is the decision.
 *
 * @param inquiry the message; null while only facts of it are known
 * @param contentHash tells a repeat from another message under the same key; empty while there is no message
 * @param receipt what its sender got
 * @param reason why it rests; null if it does not
 * @param attempts how often deciding it has failed
 * @param lastCause the step and kind of the last failure, without contact data
 * @param dueAt when the flow takes it up; null if it rests
 * @param released a person has looked at it and lets it pass
 * @param danger true if it rests although somebody may be in danger; absent in what an earlier version stored
 * @param shelf its place among those that rest, as one sortable text; null if it does not rest
 */
public record StoredInquiry(
        SourceId id,
        long rev,
        @Nullable Inquiry inquiry,
        String contentHash,
        String receipt,
        List<Fact> facts,
        Progress progress,
        @Nullable Reason reason,
        int attempts,
        @Nullable String lastCause,
        @Nullable Instant dueAt,
        boolean released,
        @Nullable Boolean danger,
        @Nullable String shelf)
        implements Versioned<SourceId> {

    public StoredInquiry {
        facts = List.copyOf(facts);
        shelf = reason == null ? null : shelf(progress, inquiry, id, Boolean.TRUE.equals(danger));
    }

    /** Danger first, then the oldest: the mark for danger sorts before every digit. */
    private static String shelf(Progress progress, @Nullable Inquiry inquiry, SourceId id, boolean danger) {
        long at = inquiry == null ? 0 : inquiry.at().toEpochMilli();
        return String.format(Locale.ROOT, "%s|%s%015d|%s", progress, danger ? "!" : "", at, id.value());
    }

    /** @param known what is known of it from the beginning */
    static StoredInquiry arrived(Inquiry inquiry, String contentHash, Receipt receipt, List<Fact> known) {
        return new StoredInquiry(
                inquiry.id(),
                0,
                inquiry,
                contentHash,
                receipt.value(),
                known,
                Progress.WAITING,
                null,
                0,
                null,
                inquiry.at(),
                false,
                null,
                null);
    }

    /** Facts that came before their message. */
    static StoredInquiry early(SourceId id, Receipt receipt) {
        return new StoredInquiry(
                id, 0, null, "", receipt.value(), List.of(), Progress.EARLY, null, 0, null, null, false, null, null);
    }

    /** The message itself, when its facts were here first. */
    StoredInquiry filledIn(StoredInquiry arrived) {
        return new StoredInquiry(
                id,
                rev,
                arrived.inquiry,
                arrived.contentHash,
                receipt,
                more(arrived.facts),
                Progress.WAITING,
                null,
                0,
                null,
                arrived.dueAt,
                false,
                null,
                null);
    }

    /** A second message under a key that was used before: kept, for a person to look at. */
    StoredInquiry asVariant(Receipts receipts) {
        SourceId variant = id.variant(contentHash.substring(0, 12));
        return new StoredInquiry(
                variant,
                0,
                inquiry,
                contentHash,
                receipts.of(variant).value(),
                facts,
                Progress.PARKED,
                Reason.KEY_REUSED,
                0,
                null,
                null,
                false,
                null,
                null);
    }

    /** The same of somebody who may be in danger: it is not left to wait for a look. */
    StoredInquiry asVariantInDanger(Receipts receipts) {
        SourceId variant = id.variant(contentHash.substring(0, 12));
        return new StoredInquiry(
                variant,
                0,
                inquiry,
                contentHash,
                receipts.of(variant).value(),
                facts,
                Progress.WAITING,
                null,
                0,
                null,
                inquiry == null ? null : inquiry.at(),
                false,
                null,
                null);
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
        return inquiry == null ? Set.of() : sender(inquiry).points();
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
        List<Fact> all = more(List.of(fact));
        boolean again = switch (progress) {
            case WAITING, LIVE, DONE, UNPLACED -> true;
            case EARLY, SUSPECT, PARKED, REFUSED -> false;
        };
        return again ? with(all, Progress.WAITING, null, now) : with(all, progress, reason, dueAt);
    }

    /** With what a repeat of the message knows of it. */
    public StoredInquiry learning(List<Fact> others, Instant now) {
        StoredInquiry after = this;
        for (Fact fact : others) {
            after = after.learning(fact, now);
        }
        return after;
    }

    /** Whether a person has a say in it: it waits for them, or one of them has dismissed it. */
    boolean waitsForPerson() {
        return progress.waitsForPerson() || reason == Reason.DISMISSED;
    }

    /** The same, of somebody who may be in danger. */
    public StoredInquiry inDanger() {
        return new StoredInquiry(
                id,
                rev,
                inquiry,
                contentHash,
                receipt,
                facts,
                progress,
                reason,
                attempts,
                lastCause,
                dueAt,
                released,
                true,
                null);
    }

    public StoredInquiry resting(Progress end, @Nullable Reason why) {
        return with(facts, end, why, null);
    }

    /** Decided as far as a call that goes on can be. */
    public StoredInquiry live(Instant until) {
        return with(facts, Progress.LIVE, null, until);
    }

    /** Back to the flow, because a person has looked at it. */
    public StoredInquiry released(Instant now) {
        return new StoredInquiry(
                id,
                rev,
                inquiry,
                contentHash,
                receipt,
                facts,
                Progress.WAITING,
                null,
                0,
                null,
                now,
                true,
                danger,
                null);
    }

    public StoredInquiry failed(String cause, Instant tryAgainAt) {
        return new StoredInquiry(
                id,
                rev,
                inquiry,
                contentHash,
                receipt,
                facts,
                progress,
                null,
                attempts + 1,
                cause,
                tryAgainAt,
                released,
                danger,
                null);
    }

    public StoredInquiry parked(String cause) {
        return new StoredInquiry(
                id,
                rev,
                inquiry,
                contentHash,
                receipt,
                facts,
                Progress.PARKED,
                Reason.FAILED,
                attempts + 1,
                cause,
                null,
                released,
                danger,
                null);
    }

    private StoredInquiry with(List<Fact> all, Progress to, @Nullable Reason why, @Nullable Instant due) {
        return new StoredInquiry(
                id, rev, inquiry, contentHash, receipt, all, to, why, attempts, lastCause, due, released, danger, null);
    }
}
