package org.careline.intake.simulation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.careline.inbox.SimulatedDoor;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.SourceId;

/** What senders were promised: every message and every fact whose acceptance was answered. */
final class Ledger implements SimulatedDoor.Witness {

    /** A message that has its receipt. */
    record Acknowledged(SourceId id, String contentHash) {}

    /** A fact whose callback was answered. */
    record Heard(SourceId id, String fact) {}

    private final Set<Acknowledged> messages = new LinkedHashSet<>();
    private final Set<Heard> facts = new LinkedHashSet<>();
    private final Set<CoordinatorAct> acts = new LinkedHashSet<>();
    private boolean journalStoodIn;

    @Override
    public void acknowledged(StoredInquiry message) {
        messages.add(new Acknowledged(message.id(), message.contentHash()));
    }

    void heard(SourceId id, String fact) {
        facts.add(new Heard(id, fact));
    }

    void did(CoordinatorAct act) {
        acts.add(act);
    }

    Set<CoordinatorAct> acts() {
        return acts;
    }

    @Override
    public void journalStandsIn() {
        journalStoodIn = true;
    }

    boolean journalStoodIn() {
        return journalStoodIn;
    }

    Set<Acknowledged> messages() {
        return messages;
    }

    Set<Heard> facts() {
        return facts;
    }
}
