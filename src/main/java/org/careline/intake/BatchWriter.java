package org.careline.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes a batch of decisions, turn after turn, in one bulk each. A decision of which one write did not surely hold gets no
 * further write: its inquiry waits for the next batch. That, and not any lock, is what makes two workers at once harmless.
 */
@Component
final class BatchWriter {

    private final List<WriteStep<?>> steps;
    private final Set<WriteKind<?>> kinds;

    /** @param steps one for each kind; those of one turn in the order in which they are given */
    BatchWriter(List<WriteStep<?>> steps) {
        this.steps = steps.stream()
                .sorted(Comparator.comparing(step -> step.kind().turn()))
                .toList();
        this.kinds = steps.stream().map(WriteStep::kind).collect(Collectors.toUnmodifiableSet());
        if (kinds.size() < steps.size()) {
            throw new IllegalArgumentException("Two steps write the same kind");
        }
    }

    /** The decisions of which every write held. */
    List<Decision> writeAll(List<Decision> decisions) {
        decisions.stream().flatMap(decision -> decision.writes().stream()).forEach(this::mustHaveAStep);
        List<Decision> alive = decisions;
        for (WriteStep<?> step : steps) {
            alive = step.held(alive);
        }
        return alive;
    }

    /** What nobody writes would be lost while its inquiry counts as done. */
    private void mustHaveAStep(GuardedWrites<?> writes) {
        if (!kinds.contains(writes.kind())) {
            throw new IllegalStateException("Nothing writes " + writes.kind().name());
        }
    }
}
