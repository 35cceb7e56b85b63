package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.careline.lead.SafetyHold.Cause;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A person who asked and is not yet a patient: one enquiry episode. Every change makes a new value. What contacts do to it
 * is a join (minimum, maximum or union), so that they may come in any order and more than once.
 *
 * @param createdAt the immutable creation stamp, by which the older of two leads is told
 * @param ownership who is responsible, or why nobody is
 * @param work where it stands and what is owed to it
 * @param next the most pressing due item and its place in the queue; null once it is closed or merged
 * @param listed its place in lists by age; null once it is merged into another
 * @param unowned its place in the queue while it is open and nobody owns it; else null
 * @param wakesAt when something of it becomes due without anybody's doing; null if nothing does
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
        @Nullable NextAction next,
        @Nullable String listed,
        @Nullable String unowned,
        @Nullable Instant wakesAt)
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
        boolean living = merge.mergedInto() == null;
        next = living && work.closing() == null ? NextAction.among(work, times, id) : null;
        listed = living ? SortKey.of(createdAt, id) : null;
        unowned = next != null && ownership.owner() == null ? next.place() : null;
        wakesAt = next == null ? null : earlier(work.wakesAt(), times.noticesAt());
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
                        null,
                        null,
                        null,
                        null)
                .answering(contact);
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

    /** Who owns it; null while nobody does. */
    public @Nullable CoordinatorId owner() {
        return ownership.owner();
    }

    /**
     * Who took somebody in danger by hand since the latest danger was learnt: claimed the lead, took the person's call, or did
     * anything else with it. Empty if nobody did, or nobody fears for the person.
     */
    public Optional<CoordinatorId> takenBy() {
        return Optional.ofNullable(work.taker());
    }

    /** Whether somebody may be in danger and nobody has taken them since that is known. */
    public boolean waitsInDanger() {
        return open() && work.safetyHold() && takenBy().isEmpty();
    }

    public boolean open() {
        return closing() == null && !merged();
    }

    public boolean merged() {
        return merge.mergedInto() != null;
    }

    /**
     * Takes in a contact: who it was, when, and what is owed for it. A closed lead is opened only by a later contact, or by
     * danger that was not known to whoever closed it.
     */
    public Lead receiving(Contact contact) {
        Lead known = with(contact.confirmed() ? person.and(contact.person()) : person, times.and(contact.times()));
        Lead heard = known.with(known.work.takenBy(known.taker(contact)));
        return opensFor(contact.at(), contact.dangers()) ? heard.reopened().answering(contact) : heard;
    }

    /** Whoever talked with them since all the danger that is known has them; new danger, learnt later, begins anew. */
    private @Nullable CoordinatorId taker(Contact contact) {
        Conversation talk = contact.talk();
        if (talk == null || !talk.equals(times.talk())) {
            return work.taker();
        }
        boolean knew =
                work.safety().pending().stream().noneMatch(danger -> danger.at().isAfter(talk.from()));
        return knew ? talk.by() : work.taker();
    }

    /**
     * Whether something that was told then is work for it: it is open, was closed before that, or whoever closed it did not
     * know of the danger.
     */
    public boolean opensFor(Instant at, Collection<Cause> dangers) {
        Closing closing = closing();
        return closing == null
                || at.isAfter(closing.at())
                || !work.safety().newAmong(dangers).isEmpty();
    }

    /** The same lead once a call of it is known to be over. */
    public Lead offTheLine(SourceId call) {
        List<DueItem> rest = due().stream()
                .map(item -> item.what() == Action.ON_CALL ? without(item, call) : item)
                .filter(item -> item.what() != Action.ON_CALL || !item.sources().isEmpty())
                .toList();
        return with(work.owing(rest));
    }

    private static DueItem without(DueItem item, SourceId call) {
        Set<SourceId> live = new TreeSet<>(item.sources());
        live.remove(call);
        return DueItem.of(item.what(), item.dueAt(), live);
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
        return new Lead(id, rev, createdAt, person, times, ownership, work, merge, all, next, listed, unowned, wakesAt);
    }

    /** The same lead after a decision about its owner. */
    public Lead decided(Assignment decision) {
        return with(ownership.decided(decision), decision.byHand() ? work.takenBy(decision.owner()) : work);
    }

    /** The same lead, waiting to be decided about. */
    public Lead undecided() {
        return with(ownership.undecided(), work);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** The same lead with those promised times marked that are near now, and a talk of which nothing was noted in time. */
    public Lead ripened(Instant now) {
        return with(person, times.noticing(now))
                .with(work.owing(due().stream().map(item -> item.ripening(now)).toList()));
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
        List<DueItem> owed = new ArrayList<>(List.of(next));
        due().stream().filter(item -> item.what() == Action.ON_CALL).forEach(owed::add);
        LeadWork after = work.at(stage)
                .following(followUp)
                .held(feared ? List.of(Cause.of(act)) : List.of())
                .postponing(null)
                .after(act)
                .owing(owed);
        return with(person, times.settled(act.at())).with(after);
    }

    /** The same lead of a person who wishes to be spoken to in this language. */
    public Lead speaking(String language) {
        return with(new Person(person.names(), person.points(), person.zips(), language), times);
    }

    /** The same lead with another thing owed once nobody fears for the person any more. */
    public Lead postponing(@Nullable DueItem afterwards) {
        return with(work.postponing(afterwards));
    }

    /**
     * The same lead after a person found that nobody is in danger, as far as was known to them. What was put off is owed again,
     * and what was owed to the danger alone no more.
     */
    public Lead safe(SafetyHold.End end) {
        Lead over = with(work.held(work.safety().ended(end)).postponing(null));
        if (!open() || !work.safetyHold()) {
            return over;
        }
        List<DueItem> owed = ordinarilyOwed(end.at());
        boolean somebodyOwes = owed.stream().anyMatch(item -> item.what() != Action.ON_CALL);
        Action what = times.answered() ? Action.REVIEW : Action.CALL;
        Instant dueAt = times.answered() ? end.at() : end.at().plus(FIRST_RESPONSE);
        Lead settled = over.with(over.work.owing(owed));
        return somebodyOwes ? settled : settled.owing(DueItem.of(what, dueAt, Set.of()));
    }

    /** Without the look that danger asks for, and without what an outcome made due for it; a look at two people stays. */
    private List<DueItem> ordinarilyOwed(Instant now) {
        DueItem afterwards = work.afterwards();
        Map<Action, DueItem> owed = new EnumMap<>(Action.class);
        for (DueItem item : due()) {
            boolean ofAContact = !item.sources().isEmpty();
            if (item.what() == Action.REVIEW) {
                if (ofAContact && !related.isEmpty()) {
                    owed.put(Action.REVIEW, DueItem.of(Action.REVIEW, now.plus(REVIEW), item.sources()));
                }
            } else if (ofAContact || afterwards == null || item.what() == Action.ON_CALL) {
                owed.put(item.what(), item);
            }
        }
        if (afterwards != null) {
            owed.merge(afterwards.what(), afterwards, DueItem::earliest);
        }
        return List.copyOf(owed.values());
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
        return with(merge.mergedInto(winner, byOrder, due()), List.of());
    }

    /** A merged lead whose merge was seen whole; the sweep need not look at it again. */
    public Lead seenWhole() {
        return with(merge.seenWhole(), due());
    }

    /** The winning lead of a merge: second step, when the loser is frozen. */
    public Lead absorbing(Lead loser) {
        Lead joined = with(person.and(loser.person), times.and(loser.times))
                .with(merge.absorbing(loser), due())
                .with(ownership.and(loser.ownership), work)
                .helping(loser.work.safety().causes(), Set.of());
        if (joined.work.afterwards() == null && joined.open()) {
            joined = joined.postponing(loser.work.afterwards());
        }
        boolean taken = (!work.safetyHold() || work.taker() != null) && loser.work.taker() != null;
        if (taken) {
            joined = joined.with(joined.work.takenBy(work.taker() != null ? work.taker() : loser.work.taker()));
        }
        for (DueItem item : loser.merge.kept()) {
            joined = closing() == null && times.unsettled(item.dueAt()) ? joined.owing(item) : joined;
        }
        return joined;
    }

    /** The winner without those that leave it; {@code setApart} is not joined again by itself. */
    public Lead without(Set<LeadId> leaving, LeadId setApart) {
        return with(merge.without(leaving, setApart), due());
    }

    /** A lead that leaves a merge: on its own again, with a fresh due item. */
    public Lead released(Instant now) {
        Lead alone = with(merge.released(), List.of()).undecided();
        return closing() != null ? alone : alone.owing(DueItem.of(Action.CALL, now.plus(FIRST_RESPONSE), Set.of()));
    }

    /** An outcome that was noted since settles what is owed, but whoever is on the line still is. */
    private Lead answering(Contact contact) {
        Lead owed = times.unsettled(contact.latest()) ? owing(contact) : this;
        Instant until = contact.onTheLineUntil();
        Lead answered = until == null ? owed : owed.owing(Action.ON_CALL, until, contact);
        return answered.helping(contact.dangers(), Set.of(contact.source()));
    }

    /** Whoever may be in danger is looked after at once, whatever outcome or closing was noted meanwhile. */
    private Lead helping(Collection<Cause> dangers, Set<SourceId> sources) {
        Lead knowing = with(work.held(dangers));
        Optional<Instant> first = work.safety().newAmong(dangers).stream()
                .filter(cause -> cause.over() == null)
                .map(Cause::at)
                .min(Comparator.naturalOrder());
        return first.map(at -> knowing.keepingTheLook()
                        .takenByNobody()
                        .reopened()
                        .owing(DueItem.of(Action.REVIEW, at, sources)))
                .orElse(knowing);
    }

    private Lead takenByNobody() {
        return with(work.takenBy(null));
    }

    /** Whoever has booked is looked at after the consultation, also if they were in danger meanwhile. */
    private Lead keepingTheLook() {
        return stage() != Stage.BOOKED || work.afterwards() != null
                ? this
                : due().stream()
                        .filter(item -> item.what() == Action.REVIEW)
                        .findFirst()
                        .map(this::postponing)
                        .orElse(this);
    }

    private Lead owing(Contact contact) {
        Lead called = owing(Action.CALL, contact.callDueAt(), contact);
        Instant promised = contact.callBackAt();
        return promised == null ? called : called.owing(Action.CALL_BACK, promised, contact);
    }

    private Lead owing(Action what, Instant dueAt, Contact contact) {
        return owing(DueItem.of(what, dueAt, Set.of(contact.source())));
    }

    /** Whoever owned it before is asked first, but counts as having no room kept for it. */
    private Lead reopened() {
        return closing() == null ? this : with(ownership.undecided(), work.reopened());
    }

    private Lead owing(DueItem item) {
        Map<Action, DueItem> byKind = new EnumMap<>(Action.class);
        due().forEach(known -> byKind.put(known.what(), known));
        byKind.merge(item.what(), item, item.what() == Action.ON_CALL ? DueItem::latest : DueItem::earliest);
        return with(work.owing(List.copyOf(byKind.values())));
    }

    private Lead with(LeadWork now) {
        return with(ownership, now);
    }

    private Lead with(Ownership whose, LeadWork now) {
        return new Lead(id, rev, createdAt, person, times, whose, now, merge, related, next, listed, unowned, wakesAt);
    }

    private Lead with(MergeState kin, List<DueItem> items) {
        LeadWork now = work.owing(items);
        return new Lead(
                id, rev, createdAt, person, times, ownership, now, kin, related, next, listed, unowned, wakesAt);
    }

    private Lead with(Person known, ContactTimes times) {
        return new Lead(
                id, rev, createdAt, known, times, ownership, work, merge, related, next, listed, unowned, wakesAt);
    }
}
