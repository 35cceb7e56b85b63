package org.careline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careline.lead.SafetyHold.Cause;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * Where a lead stands and what is owed to it.
 *
 * @param closing how it ended; null while it is open
 * @param due what is owed, at most one item of a kind; empty once it is closed or merged
 * @param followUp the attempts to reach the person; null before the first one
 * @param danger whether the person may be in danger; its parts lie beside the others in the store
 * @param lastAct what a coordinator did last; null before the first time
 */
public record LeadWork(
        Stage stage,
        @Nullable Closing closing,
        List<DueItem> due,
        @Nullable FollowUp followUp,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY) Danger danger,
        @Nullable CoordinatorAct lastAct) {

    static final LeadWork NEW = begun(Danger.NONE, Optional.empty());

    public LeadWork {
        due = List.copyOf(due);
    }

    private static LeadWork begun(Danger known, Optional<CoordinatorAct> last) {
        return new LeadWork(Stage.NEW, null, List.of(), null, known, last.orElse(null));
    }

    /** What a coordinator did last; empty before the first time. */
    public Optional<CoordinatorAct> act() {
        return Optional.ofNullable(lastAct);
    }

    boolean open() {
        return closing == null;
    }

    /** Why somebody fears for the person's safety, or did. */
    public SafetyHold safety() {
        return danger.safety();
    }

    /** Whether somebody fears for the person's safety: before everything else. */
    public boolean safetyHold() {
        return danger.safetyHold();
    }

    /** What is owed instead of what is due once nobody fears for the person any more; empty if the due items stand. */
    public Optional<DueItem> afterwards() {
        return danger.putOff();
    }

    /** When something of it becomes due without anybody's doing; empty if nothing does. */
    Optional<Instant> wakesAt() {
        return due.stream().flatMap(item -> item.ripensAt().stream()).min(Comparator.naturalOrder());
    }

    LeadWork owing(List<DueItem> items) {
        return new LeadWork(stage, closing, items, followUp, danger, lastAct);
    }

    /** With one more item; of two of a kind the earlier one counts, of two calls that go on the later. */
    LeadWork owing(DueItem item) {
        Map<Action, DueItem> byKind = new EnumMap<>(Action.class);
        due.forEach(known -> byKind.put(known.what(), known));
        byKind.merge(item.what(), item, item.what() == Action.ON_CALL ? DueItem::latest : DueItem::earliest);
        return owing(List.copyOf(byKind.values()));
    }

    /** Without this call, which is over. */
    LeadWork offTheLine(SourceId call) {
        return owing(due.stream()
                .map(item -> item.what() == Action.ON_CALL ? item.without(call) : item)
                .filter(item -> item.what() != Action.ON_CALL || !item.sources().isEmpty())
                .toList());
    }

    /** With those promised times marked that are near now. */
    LeadWork ripened(Instant now) {
        return owing(due.stream().map(item -> item.ripening(now)).toList());
    }

    LeadWork after(CoordinatorAct act) {
        return new LeadWork(stage, closing, due, followUp, danger.takenBy(Optional.of(act.by())), act);
    }

    /** After an attempt: what was owed is settled by it, and one other thing is owed. A call that is going on stays. */
    LeadWork attempted(CoordinatorAct act, Stage now, @Nullable FollowUp plan, DueItem next, boolean feared) {
        List<DueItem> owed = new ArrayList<>(List.of(next));
        due.stream().filter(item -> item.what() == Action.ON_CALL).forEach(owed::add);
        Danger known = danger.and(feared ? List.of(Cause.of(act)) : List.of()).postponing(Optional.empty());
        return new LeadWork(now, closing, owed, plan, known, lastAct).after(act);
    }

    LeadWork with(UnaryOperator<Danger> change) {
        return new LeadWork(stage, closing, due, followUp, change.apply(danger), lastAct);
    }

    /** The same, taken by somebody who knows of the danger; empty for nobody. */
    LeadWork takenBy(Optional<CoordinatorId> by) {
        return with(known -> known.takenBy(by));
    }

    /** The same with another thing owed once nobody fears any more. */
    LeadWork postponing(Optional<DueItem> item) {
        return with(known -> known.postponing(item));
    }

    /** The same with a cause for a hold that an earlier version stored without one. */
    LeadWork recorded(LeadId lead, Instant since) {
        boolean known = !safetyHold() || safety().held();
        return known ? this : with(danger -> danger.and(List.of(Cause.unrecorded(lead, since))));
    }

    /** Whoever may be in danger is looked after at once, whatever outcome or closing was noted meanwhile. */
    LeadWork helping(Collection<Cause> dangers, Set<SourceId> sources) {
        LeadWork knowing = with(known -> known.and(dangers));
        return safety().newAmong(dangers).stream()
                .filter(Cause::pending)
                .map(Cause::at)
                .min(Comparator.naturalOrder())
                .map(at -> knowing.keepingTheLook()
                        .takenBy(Optional.empty())
                        .reopened()
                        .owing(DueItem.of(Action.REVIEW, at, sources)))
                .orElse(knowing);
    }

    /** Whoever has booked is looked at after the consultation, also if they were in danger meanwhile. */
    private LeadWork keepingTheLook() {
        return stage != Stage.BOOKED || afterwards().isPresent()
                ? this
                : due.stream()
                        .filter(item -> item.what() == Action.REVIEW)
                        .findFirst()
                        .map(look -> postponing(Optional.of(look)))
                        .orElse(this);
    }

    /** What is owed once nobody fears: not the look that danger asks for, and nothing that an outcome made due for it. */
    LeadWork safe(SafetyHold.End end, boolean twoPeople) {
        Map<Action, DueItem> owed = new EnumMap<>(Action.class);
        for (DueItem item : due) {
            boolean ofAContact = !item.sources().isEmpty();
            if (item.what() == Action.REVIEW) {
                if (ofAContact && twoPeople) {
                    owed.put(Action.REVIEW, DueItem.of(Action.REVIEW, end.at().plus(Lead.REVIEW), item.sources()));
                }
            } else if (ofAContact || afterwards().isEmpty() || item.what() == Action.ON_CALL) {
                owed.put(item.what(), item);
            }
        }
        afterwards().ifPresent(item -> owed.merge(item.what(), item, DueItem::earliest));
        return ended(end).owing(List.copyOf(owed.values()));
    }

    LeadWork ended(SafetyHold.End end) {
        return with(known -> known.ended(end));
    }

    LeadWork closed(Closing end) {
        return new LeadWork(Stage.CLOSED, end, List.of(), followUp, danger.remembered(), lastAct);
    }

    /** Open again, if it was closed; its attempts begin anew. */
    LeadWork reopened() {
        return open() ? this : begun(danger.remembered(), act());
    }
}
