package org.careline.intake.simulation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.careline.inbox.Progress;
import org.careline.inbox.Reason;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Assignment;
import org.careline.lead.Lane;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.careline.lead.Related;
import org.careline.lead.SafetyHold;
import org.careline.lead.Touch;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/** What must hold after every single write, whoever made it and whatever came before. */
final class WriteChecks implements Watcher {

    private final Stage stage;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final Map<LeadId, String> frozenBy = new HashMap<>();
    private final Consumer<Lead> room;
    private Runnable afterEachWrite = () -> {};

    WriteChecks(Stage stage, Consumer<Lead> room) {
        this.stage = stage;
        this.room = room;
    }

    @Override
    public void written(@Nullable Versioned<?> before, Versioned<?> after, Circumstance how) {
        switch (how) {
            case AT_ONCE -> {}
            case AFTER_A_SLEEP -> met(Mark.WRITE_AFTER_A_SLEEP);
            case GIVEN_UP -> met(Mark.WRITE_GIVEN_UP_BY_ITS_WRITER);
        }
        if (after instanceof Lead lead) {
            lead(before instanceof Lead known ? known : null, lead);
            owner(before instanceof Lead known ? known : null, lead);
        } else if (after instanceof Touch touch) {
            touch(before instanceof Touch known ? known : null, touch);
        } else if (after instanceof StoredInquiry inquiry) {
            inquiry(before instanceof StoredInquiry known ? known : null, inquiry);
        }
        if (!(after.id() instanceof CoordinatorId)) {
            afterEachWrite.run();
        }
    }

    /** For tests that strike at a certain write of a message's own documents. */
    void afterEachWrite(Runnable strike) {
        afterEachWrite = strike;
    }

    private void lead(@Nullable Lead before, Lead after) {
        Violation.unless(!after.open() || after.next() != null, "P7 no open lead without a next action", after);
        Violation.unless(after.open() || after.due().isEmpty(), "a closed or merged lead owes nothing", after);
        NextAction next = after.next();
        Violation.unless(
                !after.work().safetyHold() || after.merged() || (next != null && next.lane() == Lane.SAFETY),
                "P5 a lead that is held for safety comes before everything else",
                after);
        if (before == null) {
            return;
        }
        Violation.unless(before.createdAt().equals(after.createdAt()), "the creation stamp never changes", after);
        if (before.closing() != null && after.closing() == null) {
            boolean later =
                    after.times().lastInboundAt().isAfter(before.closing().at());
            boolean danger = after.work().safetyHold() && !before.work().safetyHold();
            Violation.unless(later || danger, "no reopening by an older touch", before + " became " + after);
            met(Mark.REOPENING);
        }
        if (before.closing() == null && after.closing() != null) {
            met(Mark.CLOSING);
        }
        dangers(before, after);
        marks(before, after);
    }

    private static void dangers(Lead before, Lead after) {
        List<SafetyHold.Cause> known = after.work().safety().causes();
        for (SafetyHold.Cause cause : before.work().safety().causes()) {
            boolean kept = known.stream()
                    .filter(same -> same.kind() == cause.kind() && same.source().equals(cause.source()))
                    .anyMatch(same -> cause.over() == null || same.over() != null);
            Violation.unless(
                    kept, "P5 no danger is forgotten, and what was ended stays so", before + " became " + after);
        }
    }

    private void owner(@Nullable Lead before, Lead after) {
        boolean news =
                after.owner() != null && (before == null || !after.owner().equals(before.owner()));
        if (news && after.open()) {
            List<Assignment> ledger = after.ownership().ledger();
            Assignment.How why = ledger.get(ledger.size() - 1).how();
            met(
                    switch (why) {
                        case CLAIM -> Mark.CLAIM;
                        case ANSWER -> Mark.ANSWERED;
                        case RULE, MERGE -> Mark.ASSIGNED;
                        case SAFETY -> Mark.OWNED_FOR_SAFETY;
                    });
            if (why == Assignment.How.RULE) {
                room.accept(after);
            }
        }
        if (before != null && before.owner() != null && stage.who().equals("assignment")) {
            met(Mark.TAKEN_FROM_THE_ABSENT);
        }
        boolean joins = before != null && !before.merge().equals(after.merge());
        boolean inDanger = after.open() && after.work().safetyHold();
        if (inDanger && !joins && stage.who().startsWith("worker")) {
            Violation.unless(after.owner() != null, "P5 whoever is in danger has an owner at once", after);
        }
        if (after.open() && after.owner() == null) {
            met(Mark.UNASSIGNED);
        }
    }

    private void marks(Lead before, Lead after) {
        if (!before.merged() && after.merged()) {
            met(Mark.MERGE);
            frozenBy.put(after.id(), stage.who());
        }
        after.merge().members().stream()
                .filter(member -> !before.merge().members().contains(member))
                .filter(member -> !stage.who().equals(frozenBy.getOrDefault(member, stage.who())))
                .forEach(member -> met(Mark.MERGE_FINISHED_BY_ANOTHER));
        if (stage.who().equals("sweep")) {
            met(Mark.HALF_MERGE_SWEPT);
        }
        if (after.merge().apart().size() > before.merge().apart().size()) {
            met(Mark.HALF_MERGE_REFUSED);
        }
        if (after.related().stream().anyMatch(link -> link.kind() != Related.Kind.EARLIER_EPISODE)) {
            met(Mark.CONFLICTING_NAMES_LINKED);
        }
    }

    private void touch(@Nullable Touch before, Touch after) {
        if (before != null && !before.leadId().equals(after.leadId())) {
            met(Mark.REBIND);
        }
        if (after.unconfirmed()) {
            met(Mark.UNCONFIRMED_TOUCH);
        }
    }

    private void inquiry(@Nullable StoredInquiry before, StoredInquiry after) {
        if (before != null
                && before.progress() == Progress.EARLY
                && after.inquiry().isPresent()) {
            met(Mark.FACT_BEFORE_ITS_MESSAGE);
        }
        if (before != null && before.progress() == Progress.DONE && after.progress() == Progress.WAITING) {
            met(before.facts().equals(after.facts()) ? Mark.REPLAY : Mark.FACT_OF_A_FINISHED_CALL);
        }
        if (after.progress() == Progress.SUSPECT) {
            met(Mark.SUSPECT);
        }
        if (after.reason().equals(Optional.of(Reason.KEY_REUSED))) {
            met(Mark.SECOND_BODY_PARKED);
        }
    }

    void met(Mark mark) {
        marks.add(mark);
    }

    Set<Mark> marks() {
        return marks;
    }
}
