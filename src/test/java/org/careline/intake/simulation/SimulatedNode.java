package org.careline.intake.simulation;

import java.time.Clock;
import org.careline.inbox.Inquiry;
import org.careline.inbox.SimulatedDoor;
import org.careline.inbox.SimulatedJournal;
import org.careline.intake.IntakeStores;
import org.careline.intake.Worker;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** One process of the application: its door, its journal, its drain and its worker. */
public final class SimulatedNode {

    private final String name;
    private final SimulatedDoor door;
    private final Worker worker;
    private final Ledger ledger;
    private int startsAgainAt;

    SimulatedNode(
            String name, SimulatedJournal journal, IntakeStores stores, Worker worker, Clock clock, Ledger ledger) {
        this.name = name;
        this.door = new SimulatedDoor(journal, stores.inquiries(), clock, ledger);
        this.worker = worker;
        this.ledger = ledger;
    }

    public void accept(Inquiry inquiry) {
        door.accept(inquiry);
    }

    public void amend(SourceId id, Fact fact, boolean byJournal) {
        door.amend(id, fact, byJournal);
        ledger.heard(id, fact.key());
    }

    public void drain() {
        door.drain();
    }

    void work() {
        worker.takeOneBatch();
    }

    boolean hasPending() {
        return door.hasPending();
    }

    void startAgainAt(int step) {
        startsAgainAt = step;
    }

    int startsAgainAt() {
        return startsAgainAt;
    }

    String name() {
        return name;
    }
}
