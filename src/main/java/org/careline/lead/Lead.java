package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.careline.store.Revised;
import org.jspecify.annotations.Nullable;

/**
 * A person who asked and is not yet a patient: one enquiry episode. Every change makes a new value and is a join
 * (minimum, maximum or union), so that touches may come in any order and more than once.
 *
 * @param createdAt the immutable creation stamp, by which the older of two leads is told
 * @param closing how it ended; null while it is open
 * @param unassignedReason why it has no owner
 * @param due what is owed to it, at most one item of a kind; empty once it is closed or merged
 * @param next the most pressing due item and its place in the queue; null once it is closed or merged
 * @param listed its place in lists by age; null once it is merged into another
 */
public record Lead(
        LeadId id,
        long rev,
        Instant createdAt,
        Stage stage,
        @Nullable Closing closing,
        Person person,
        History history,
        UnassignedReason unassignedReason,
        List<DueItem> due,
        Family family,
        Set<Related> related,
        @Nullable NextAction next,
        @Nullable String listed)
        implements Revised<LeadId> {

    /** A new enquiry is called within five minutes (leads.md §4.6: "human call 5 min"). */
    public static final Duration FIRST_RESPONSE = Duration.ofMinutes(5);

    /** Work that needs a look but no call is due within a day. */
    public static final Duration REVIEW = Duration.ofDays(1);

    /** The older of two leads first. */
    public static final Comparator<Lead> BY_AGE =
            Comparator.comparing(Lead::createdAt).thenComparing(Lead::id);

    public Lead {
        due = List.copyOf(due);
        related = Set.copyOf(related);
        next = closing == null && family.mergedInto() == null ? NextAction.among(due, id) : null;
        listed = family.mergedInto() == null ? SortKey.of(createdAt, id) : null;
    }

    /** The lead that this contact makes, with its next action. */
    public static Lead openedBy(Contact contact) {
        LeadId id = LeadId.madeBy(contact.source());
        History history = History.of(contact.at(), contact.attribution());
        return new Lead(
                        id,
                        0,
                        contact.at(),
                        Stage.NEW,
                        null,
                        contact.person(),
                        history,
                        UnassignedReason.TAKEN_FROM_QUEUE,
                        List.of(),
                        Family.ALONE,
                        Set.of(),
                        null,
                        null)
                .answering(contact);
    }

    public boolean open() {
        return closing == null && family.mergedInto() == null;
    }

    public boolean merged() {
        return family.mergedInto() != null;
    }

    /** Takes in a contact: who it was, when, and what is owed for it. A closed lead is opened only by a later contact. */
    public Lead receiving(Contact contact) {
        Lead known = with(
                contact.confirmed() ? person.and(contact.person()) : person,
                history.and(History.of(contact.at(), contact.attribution())));
        boolean later = closing == null || contact.at().isAfter(closing.at());
        return later ? known.reopened().answering(contact) : known;
    }

    /** The same lead once a call of it is known to be over. */
    public Lead offTheLine(SourceId call) {
        List<DueItem> rest = due.stream()
                .map(item -> item.what() == Action.ON_CALL ? without(item, call) : item)
                .filter(item -> item.what() != Action.ON_CALL || !item.sources().isEmpty())
                .toList();
        return with(rest);
    }

    private static DueItem without(DueItem item, SourceId call) {
        Set<SourceId> live = new TreeSet<>(item.sources());
        live.remove(call);
        return new DueItem(item.what(), item.dueAt(), live);
    }

    /** The same lead with a person's look at it due within a day of {@code since}. */
    public Lead toReview(SourceId source, Instant since) {
        return open() && history.unsettled(since)
                ? owing(new DueItem(Action.REVIEW, since.plus(REVIEW), Set.of(source)))
                : this;
    }

    /** The same lead, knowing of another one. */
    public Lead relatedTo(LeadId other, Related.Kind kind) {
        Set<Related> all = new TreeSet<>(related);
        all.add(new Related(other, kind));
        return new Lead(
                id, rev, createdAt, stage, closing, person, history, unassignedReason, due, family, all, next, listed);
    }

    /**
     * The same lead, closed: nothing is owed to it any more.
     *
     * @param now the closing person's time; the closing is never earlier than the last inbound contact they saw
     */
    public Lead closed(CloseReason reason, Instant now) {
        Instant at = now.isAfter(history.lastInboundAt()) ? now : history.lastInboundAt();
        return new Lead(
                id,
                rev,
                createdAt,
                Stage.CLOSED,
                new Closing(reason, at),
                person,
                history.settled(at),
                unassignedReason,
                List.of(),
                family,
                related,
                null,
                null);
    }

    /** The losing lead of a merge, frozen: first step of the two. */
    public Lead mergedInto(LeadId winner, boolean byOrder) {
        return with(family.mergedInto(winner, byOrder, due), List.of());
    }

    /** A merged lead whose merge was seen whole; the sweep need not look at it again. */
    public Lead seenWhole() {
        return with(family.seenWhole(), due);
    }

    /** The winning lead of a merge: second step, when the loser is frozen. */
    public Lead absorbing(Lead loser) {
        Lead joined = with(person.and(loser.person), history.and(loser.history)).with(family.absorbing(loser), due);
        for (DueItem item : loser.family.kept()) {
            joined = closing == null && history.unsettled(item.dueAt()) ? joined.owing(item) : joined;
        }
        return joined;
    }

    /** The winner without those that leave it; {@code setApart} is not joined again by itself. */
    public Lead without(Set<LeadId> leaving, LeadId setApart) {
        return with(family.without(leaving, setApart), due);
    }

    /** A lead that leaves a merge: on its own again, with a fresh due item. */
    public Lead released(Instant now) {
        Lead alone = with(family.released(), List.of());
        return closing != null ? alone : alone.owing(new DueItem(Action.CALL, now.plus(FIRST_RESPONSE), Set.of()));
    }

    private Lead answering(Contact contact) {
        if (!history.unsettled(contact.at())) {
            return this;
        }
        Lead owed = owing(new DueItem(Action.CALL, contact.at().plus(FIRST_RESPONSE), Set.of(contact.source())));
        return contact.onTheLineUntil() == null
                ? owed
                : owed.owing(new DueItem(Action.ON_CALL, contact.onTheLineUntil(), Set.of(contact.source())));
    }

    private Lead reopened() {
        return new Lead(
                id,
                rev,
                createdAt,
                closing == null ? stage : Stage.NEW,
                null,
                person,
                history,
                unassignedReason,
                due,
                family,
                related,
                next,
                listed);
    }

    private Lead owing(DueItem item) {
        Map<Action, DueItem> byKind = new EnumMap<>(Action.class);
        due.forEach(known -> byKind.put(known.what(), known));
        byKind.merge(item.what(), item, item.what() == Action.ON_CALL ? DueItem::latest : DueItem::earliest);
        return with(List.copyOf(byKind.values()));
    }

    private Lead with(List<DueItem> items) {
        return with(family, items);
    }

    private Lead with(Family kin, List<DueItem> items) {
        return new Lead(
                id,
                rev,
                createdAt,
                stage,
                closing,
                person,
                history,
                unassignedReason,
                items,
                kin,
                related,
                next,
                listed);
    }

    private Lead with(Person known, History times) {
        return new Lead(
                id, rev, createdAt, stage, closing, known, times, unassignedReason, due, family, related, next, listed);
    }
}
