package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.careline.contact.Language;
import org.careline.lead.SafetyHold.Cause;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A person who asked and is not yet a patient: one enquiry episode. Every change makes a new value. What contacts do to it
 * is a join (minimum, maximum or union), so that they may come in any order and more than once.
 *
 * @param createdAt the immutable creation stamp, by which the older of two leads is told
 * @param times when it was in contact with us
 * @param ownership who is responsible, or why nobody is
 * @param work where it stands and what is owed to it
 * @param merge how it stands to those it was merged with
 * @param keys what it is found by; made anew from the rest, whatever is given
 */
public record Lead(
        LeadId id,
        long rev,
        Instant createdAt,
        Person person,
        @Field("history") ContactTimes times,
        Ownership ownership,
        LeadWork work,
        @Field("family") MergeState merge,
        Set<Related> related,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY) LeadKeys keys)
        implements Versioned<LeadId> {

    /** Work that needs a look but no call is due within a day. */
    public static final Duration REVIEW = Duration.ofDays(1);

    /** A lead that is on its own again is called this soon. */
    public static final Duration FIRST_RESPONSE = Duration.ofMinutes(5);

    /** The older of two leads first. */
    public static final Comparator<Lead> BY_AGE =
            Comparator.comparing(Lead::createdAt).thenComparing(Lead::id);

    public Lead {
        related = Set.copyOf(related);
        work = work.recorded(id, times.lastInboundAt());
        keys = LeadKeys.of(SortKey.of(createdAt, id), times, ownership, work, merge, id);
    }

    /** The lead that this contact makes, with its next action. */
    public static Lead openedBy(Contact contact) {
        return new Lead(
                        LeadId.madeBy(contact.source()),
                        0,
                        contact.at(),
                        contact.person(),
                        contact.times(),
                        Ownership.UNDECIDED,
                        LeadWork.NEW,
                        MergeState.ALONE,
                        Set.of(),
                        LeadKeys.NONE)
                .answering(contact);
    }

    /** The same lead at another revision, as the store keeps it. */
    public Lead at(long revision) {
        return new Lead(id, revision, createdAt, person, times, ownership, work, merge, related, keys);
    }

    public Stage stage() {
        return work.stage();
    }

    /** How it ended; null while it is open. */
    public @Nullable Closing closing() {
        return work.closing();
    }

    /** What is owed to it, at most one item of a kind; empty once it is closed or merged. */
    public List<DueItem> due() {
        return work.due();
    }

    /** The most pressing due item and its place in the queue; null once it is closed or merged. */
    public @Nullable NextAction next() {
        return keys.next();
    }

    /** Its place in lists by age; null once it is merged into another. */
    public @Nullable String listed() {
        return keys.listed();
    }

    /** Its place in the queue while it is open and nobody owns it; else null. */
    public @Nullable String unowned() {
        return keys.unowned();
    }

    /** When something of it becomes due without anybody's doing; null if nothing does. */
    public @Nullable Instant wakesAt() {
        return keys.wakesAt();
    }

    /** Who owns it; null while nobody does. */
    public @Nullable CoordinatorId owner() {
        return ownership.owner();
    }

    /**
     * Who took somebody in danger by hand since the latest danger was learnt: claimed the lead, took the person's call, or did
     * anything else with it. Empty if nobody did, or nobody fears for the person.
     */
    public Optional<CoordinatorId> takenBy() {
        return work.danger().taken();
    }

    /** Whether somebody may be in danger and nobody has taken them since that is known. */
    public boolean waitsInDanger() {
        return open() && work.safetyHold() && takenBy().isEmpty();
    }

    public boolean open() {
        return work.open() && !merged();
    }

    public boolean merged() {
        return merge.winner().isPresent();
    }

    /**
     * Takes in a contact: who it was, when, and what is owed for it. A closed lead is opened only by a later contact, or by
     * danger that was not known to whoever closed it.
     */
    public Lead receiving(Contact contact) {
        Lead known = with(contact.confirmed() ? person.and(contact.person()) : person, times.and(contact.times()));
        Lead heard = contact.latestTalk()
                .filter(talk -> talk.equals(known.times.talk()))
                .map(talk -> known.with(known.work.with(danger -> danger.talked(talk))))
                .orElse(known);
        return opensFor(contact.at(), contact.dangers())
                ? heard.with(heard.work.reopened()).answering(contact)
                : heard;
    }

    /**
     * Whether something that was told then is work for it: it is open, was closed before that, or whoever closed it did not
     * know of the danger.
     */
    public boolean opensFor(Instant at, Collection<Cause> dangers) {
        return work.opensFor(at, dangers);
    }

    /** The same lead once a call of it is known to be over. */
    public Lead offTheLine(SourceId call) {
        return with(work.offTheLine(call));
    }

    /** The same lead with a person's look at it due within a day of {@code since}. */
    public Lead toReview(SourceId source, Instant since) {
        return open() && times.unsettled(since)
                ? owing(DueItem.of(Action.REVIEW, since.plus(REVIEW), Set.of(source)))
                : this;
    }

    /** The same lead, knowing of another one. */
    public Lead relatedTo(LeadId other, Related.Kind kind) {
        Set<Related> all = new TreeSet<>(related);
        all.add(new Related(other, kind));
        return new Lead(id, rev, createdAt, person, times, ownership, work, merge, all, keys);
    }

    /** The same lead after a decision about its owner. */
    public Lead decided(Assignment decision) {
        return with(ownership.decided(decision)).with(decision.byHand() ? work.takenBy(decision.coordinator()) : work);
    }

    /** The same lead, waiting to be decided about. */
    public Lead undecided() {
        return with(ownership.undecided());
    }

    /** The same lead with those promised times marked that are near now, and a talk of which nothing was noted in time. */
    public Lead ripened(Instant now) {
        return with(person, times.noticing(now)).with(work.ripened(now));
    }

    /** The same lead after a coordinator did something that changes nothing that is due. */
    public Lead after(CoordinatorAct act) {
        return with(work.after(act));
    }

    /**
     * The same lead after an attempt to reach the person: what was owed is settled by it, and one other thing is owed. A
     * call that is going on stays.
     *
     * @param next what is owed now
     * @param feared whether the coordinator now fears for their safety; what was feared before is not over by this
     */
    public Lead attempted(CoordinatorAct act, Stage stage, @Nullable FollowUp followUp, DueItem next, boolean feared) {
        return with(person, times.settled(act.at())).with(work.attempted(act, stage, followUp, next, feared));
    }

    /** The same lead of a person who wishes to be spoken to in this language. */
    public Lead speaking(Language language) {
        return with(new Person(person.names(), person.points(), person.zips(), language), times);
    }

    /** The same lead with another thing owed once nobody fears for the person any more; empty for nothing. */
    public Lead postponing(Optional<DueItem> afterwards) {
        return with(work.postponing(afterwards));
    }

    /**
     * The same lead after a person found that nobody is in danger, as far as was known to them. What was put off is owed again,
     * and what was owed to the danger alone no more; a look at two people stays.
     */
    public Lead safe(SafetyHold.End end) {
        if (!open() || !work.safetyHold()) {
            return with(work.ended(end));
        }
        Lead settled = with(work.safe(end, !related.isEmpty()));
        boolean somebodyOwes = settled.due().stream().anyMatch(item -> item.what() != Action.ON_CALL);
        Action what = times.answered() ? Action.REVIEW : Action.CALL;
        Instant dueAt = times.answered() ? end.at() : end.at().plus(FIRST_RESPONSE);
        return somebodyOwes ? settled : settled.owing(DueItem.of(what, dueAt, Set.of()));
    }

    /**
     * The same lead, closed: nothing is owed to it any more.
     *
     * @param now the closing person's time; the closing is never earlier than the last inbound contact they saw
     * @throws IllegalStateException if it is held for safety: a person ends that first, with a reason
     */
    public Lead closed(CloseReason reason, Instant now) {
        if (work.safetyHold()) {
            throw new IllegalStateException("A lead that is held for safety is not closed");
        }
        Instant at = now.isAfter(times.lastInboundAt()) ? now : times.lastInboundAt();
        return with(person, times.closed(at)).with(work.closed(new Closing(reason, at)));
    }

    /** The losing lead of a merge, frozen: first step of the two. */
    public Lead mergedInto(LeadId winner, boolean byOrder) {
        return with(merge.mergedInto(winner, byOrder, due())).with(work.owing(List.of()));
    }

    /** A merged lead whose merge was seen whole; the sweep need not look at it again. */
    public Lead seenWhole() {
        return with(merge.seenWhole());
    }

    /** The winning lead of a merge: second step, when the loser is frozen. */
    public Lead absorbing(Lead loser) {
        Lead joined = with(person.and(loser.person), times.and(loser.times))
                .with(merge.absorbing(loser))
                .with(ownership.and(loser.ownership))
                .with(work.absorbing(loser.work, merged()));
        for (DueItem item : loser.merge.kept()) {
            joined = work.open() && times.unsettled(item.dueAt()) ? joined.owing(item) : joined;
        }
        return joined;
    }

    /** The winner without those that leave it; {@code setApart} is not joined again by itself. */
    public Lead without(Set<LeadId> leaving, LeadId setApart) {
        return with(merge.without(leaving, setApart));
    }

    /** A lead that leaves a merge: on its own again, with a fresh due item. */
    public Lead released(Instant now) {
        Lead alone = with(merge.released()).with(work.owing(List.of())).undecided();
        return work.open() ? alone.owing(DueItem.of(Action.CALL, now.plus(FIRST_RESPONSE), Set.of())) : alone;
    }

    /** An outcome that was noted since settles what is owed, but whoever is on the line still is. */
    private Lead answering(Contact contact) {
        Lead answered = this;
        for (DueItem item : contact.owed(times.unsettled(contact.latest()))) {
            answered = answered.owing(item);
        }
        return answered.with(answered.work.helping(contact.dangers(), Set.of(contact.source())));
    }

    private Lead owing(DueItem item) {
        return with(work.owing(item));
    }

    /** Whoever owned a lead that opens again is asked first, but counts as having no room kept for it. */
    private Lead with(LeadWork now) {
        Ownership whose = now.open() && !work.open() ? ownership.undecided() : ownership;
        return new Lead(id, rev, createdAt, person, times, whose, now, merge, related, keys);
    }

    private Lead with(Ownership whose) {
        return new Lead(id, rev, createdAt, person, times, whose, work, merge, related, keys);
    }

    private Lead with(MergeState state) {
        return new Lead(id, rev, createdAt, person, times, ownership, work, state, related, keys);
    }

    private Lead with(Person known, ContactTimes now) {
        return new Lead(id, rev, createdAt, known, now, ownership, work, merge, related, keys);
    }
}
