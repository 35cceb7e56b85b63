package org.careline.intake;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.careline.inbox.StoredInquiry;

/**
 * A fault that is put between the parts of a worker, to see whether the simulation finds it.
 *
 * @param reads how the reader sees the stores
 * @param writes how the writer sees them
 * @param decisions what becomes of a decision before it is written
 * @param neverGivesBack whether a coordinator stays charged with what was planned, whatever became of it
 */
public record Plant(
        UnaryOperator<IntakeStores> reads,
        UnaryOperator<IntakeStores> writes,
        UnaryOperator<Decision> decisions,
        boolean neverGivesBack) {

    public static final Plant NONE = new Plant(stores -> stores, stores -> stores, decision -> decision, false);

    public static Plant reading(UnaryOperator<IntakeStores> reads) {
        return new Plant(reads, NONE.writes, NONE.decisions, false);
    }

    static Plant writing(UnaryOperator<IntakeStores> writes) {
        return new Plant(NONE.reads, writes, NONE.decisions, false);
    }

    static Plant deciding(UnaryOperator<Decision> decisions) {
        return new Plant(NONE.reads, NONE.writes, decisions, false);
    }

    /**
     * A worker with this fault.
     *
     * @param order in which order it takes what is due; every order must be safe
     */
    public Worker worker(IntakeStores stores, UnaryOperator<List<StoredInquiry>> order, Clock clock) {
        return new Worker(reads.apply(stores), writes.apply(stores), order, decisions, clock);
    }

    Plant neverGivingBack() {
        return new Plant(reads, writes, decisions, true);
    }
}
