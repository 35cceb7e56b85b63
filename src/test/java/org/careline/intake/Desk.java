package org.careline.intake;

import java.util.List;
import java.util.Optional;
import org.careline.lead.CloseReason;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;

/** A person at the console, who works from a page that may be stale. */
final class Desk {

    private static final int READING = 12;
    private static final int TRIES = 3;

    private final SimulatedClinic clinic;

    Desk(SimulatedClinic clinic) {
        this.clinic = clinic;
    }

    /** Closes a lead if it still is as the page showed it; on a merged one, the one that took it over. */
    void close(int pick, CloseReason reason) {
        List<Lead> living = clinic.living();
        if (living.isEmpty()) {
            return;
        }
        LeadId id = living.get(pick % living.size()).id();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Lead> shown = read(id);
            if (shown.isEmpty() || !shown.get().open()) {
                return;
            }
            think();
            if (!clinic.leads
                    .write(List.of(shown.get().closed(reason, clinic.clock.instant())))
                    .isEmpty()) {
                return;
            }
        }
    }

    private Optional<Lead> read(LeadId id) {
        Lead lead = clinic.leads.find(List.of(id)).get(id);
        while (lead != null && lead.family().mergedInto() != null) {
            LeadId above = lead.family().mergedInto();
            lead = clinic.leads.find(List.of(above)).get(above);
        }
        return Optional.ofNullable(lead);
    }

    private void think() {
        for (int passes = 0; passes < READING; passes++) {
            clinic.stage.pass();
        }
    }

    /** Sends a resting inquiry through the flow once more. */
    void replay(SourceId id) {
        StoredInquiry stored = clinic.inquiries.find(List.of(id)).get(id);
        boolean rests = stored != null
                && switch (stored.progress()) {
                    case DONE, SUSPECT, UNPLACED, PARKED -> true;
                    case EARLY, WAITING, LIVE, REFUSED -> false;
                };
        if (stored != null && rests) {
            clinic.inquiries.write(List.of(stored.released(clinic.clock.instant())));
        }
    }
}
