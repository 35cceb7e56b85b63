package org.careline.intake;

import java.util.function.UnaryOperator;

/**
 * A fault that is put between the parts of a worker, to see whether the simulation finds it.
 *
 * @param reads how the reader sees the stores
 * @param writes how the writer sees them
 * @param decisions what becomes of a decision before it is written
 * @param neverGivesBack whether a coordinator stays charged with what was planned, whatever became of it
 */
record Plant(
        UnaryOperator<IntakeStores> reads,
        UnaryOperator<IntakeStores> writes,
        UnaryOperator<Decision> decisions,
        boolean neverGivesBack) {

    static final Plant NONE = new Plant(stores -> stores, stores -> stores, decision -> decision, false);

    static Plant reading(UnaryOperator<IntakeStores> reads) {
        return new Plant(reads, NONE.writes, NONE.decisions, false);
    }

    static Plant writing(UnaryOperator<IntakeStores> writes) {
        return new Plant(NONE.reads, writes, NONE.decisions, false);
    }

    static Plant deciding(UnaryOperator<Decision> decisions) {
        return new Plant(NONE.reads, NONE.writes, decisions, false);
    }

    Plant neverGivingBack() {
        return new Plant(reads, writes, decisions, true);
    }
}
