package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.inbox.Progress;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Weather;
import org.careline.lead.SourceId;
import org.careline.store.Versioned;
import org.junit.jupiter.api.Test;

/** A step of the flow that does not exist yet appends writes of its own; neither decision nor writer know of it. */
class BatchWriterTests {

    private static final WriteKind<Receipt> BEFORE = new WriteKind<>("receipts", Turn.BEFORE_LEADS, Receipt.class);
    private static final WriteKind<Receipt> AFTER = new WriteKind<>("notes", Turn.AFTER_LEADS, Receipt.class);

    private final Bench bench = new Bench();
    private final SimulatedStore<String, Receipt> receipts =
            new SimulatedStore<>("receipts", bench.clinic.stage, new Weather(), bench.clinic.checks);
    private final SourceId form = bench.form("one", 0, "Maya Ortiz", Bench.P1, null);

    /** What such a step may write: that somebody agreed to something. */
    private record Receipt(String id, long rev) implements Versioned<String> {}

    private static final Receipt FIRST = new Receipt("one", 0);

    @Test
    void anAppendedWriteIsMadeAndTheInquiryIsDone() {
        written(BEFORE, FIRST);

        assertThat(receipts.all()).containsExactly(new Receipt("one", 1));
        assertThat(bench.clinic.leads.all()).hasSize(1);
        assertThat(progress()).contains(Progress.DONE);
    }

    @Test
    void aGuardThatIsLostBeforeTheLeadsLeavesNoLeadAndTheInquiryIsDecidedAnew() {
        receipts.write(List.of(FIRST));

        written(BEFORE, FIRST);

        assertThat(bench.clinic.touches.all()).hasSize(1);
        assertThat(bench.clinic.leads.all()).isEmpty();
        assertThat(progress()).contains(Progress.WAITING);
        bench.toRest();
        assertThat(bench.open()).hasSize(1);
    }

    @Test
    void aGuardThatIsLostAfterTheLeadsLeavesTheInquiryToBeDecidedAnew() {
        receipts.write(List.of(FIRST));

        written(AFTER, FIRST);

        assertThat(bench.clinic.leads.all()).hasSize(1);
        assertThat(progress()).contains(Progress.WAITING);
        bench.toRest();
        assertThat(bench.open()).hasSize(1);
    }

    @Test
    void aLostGuardStopsNoOtherInquiryOfTheBatch() {
        SourceId other = bench.form("two", 0, null, Bench.P2, null);
        receipts.write(List.of(FIRST));

        List<Decision> decisions = bench.worker().decide().stream()
                .map(decision -> decision.seen().id().equals(form) ? decision.with(BEFORE, List.of(FIRST)) : decision)
                .toList();
        List<Decision> held = writer(BEFORE).writeAll(decisions);

        assertThat(held).extracting(decision -> decision.seen().id()).containsExactly(other);
    }

    @Test
    void whatNobodyWritesIsRefusedBeforeAnythingIsWritten() {
        List<Decision> decisions = appended(BEFORE, FIRST);

        assertThatThrownBy(() -> bench.worker().write(decisions))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nothing writes receipts");

        assertThat(bench.clinic.touches.all()).isEmpty();
    }

    @Test
    void oneKindHasOneStep() {
        List<WriteStep<?>> twice = new ArrayList<>(bench.clinic.stores().steps());
        twice.add(new StoreStep<>(WriteKind.TOUCHES, bench.clinic.touches::write));

        assertThatThrownBy(() -> new BatchWriter(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replacingLeavesTheOtherKindsAlone() {
        Decision decision = appended(BEFORE, FIRST).get(0);

        Decision changed = decision.replacing(BEFORE, List.of(new Receipt("two", 0)));

        assertThat(changed.all(BEFORE)).containsExactly(new Receipt("two", 0));
        assertThat(changed.all(WriteKind.LEADS)).isEqualTo(decision.all(WriteKind.LEADS));
        assertThat(changed.replacing(BEFORE, List.of()).writes())
                .noneMatch(writes -> writes.kind().equals(BEFORE));
    }

    private void written(WriteKind<Receipt> kind, Receipt receipt) {
        writer(kind).writeAll(appended(kind, receipt));
    }

    private List<Decision> appended(WriteKind<Receipt> kind, Receipt receipt) {
        return bench.worker().decide().stream()
                .map(decision -> decision.with(kind, List.of(receipt)))
                .toList();
    }

    private BatchWriter writer(WriteKind<Receipt> kind) {
        List<WriteStep<?>> steps = new ArrayList<>(bench.clinic.stores().steps());
        steps.add(new StoreStep<>(kind, receipts::write));
        return new BatchWriter(steps);
    }

    private Optional<Progress> progress() {
        Map<SourceId, StoredInquiry> found = bench.clinic.inquiries.find(List.of(form));
        return Optional.ofNullable(found.get(form)).map(StoredInquiry::progress);
    }
}
