package org.careline.intake.simulation;

import java.time.Duration;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Inquiry;
import org.careline.lead.CloseReason;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** One thing that happens to the clinic from outside, at a step of the play. */
sealed interface Happening {

    int step();

    record Arrives(int step, int node, Inquiry inquiry) implements Happening {
        @Override
        public String toString() {
            return "%s arrives at node %s from %s, %s, at %s%s"
                    .formatted(
                            inquiry.id(),
                            letter(node),
                            inquiry.sender().name() == null
                                    ? "nobody named"
                                    : inquiry.sender().name().text(),
                            inquiry.sender().points().stream()
                                    .map(ContactPoint::key)
                                    .toList(),
                            inquiry.at(),
                            inquiry.suspicion() == null ? "" : ", " + inquiry.suspicion());
        }
    }

    record Learned(int step, int node, SourceId id, Fact fact, boolean byJournal) implements Happening {
        @Override
        public String toString() {
            return "node %s hears %s of %s%s".formatted(letter(node), fact.key(), id, byJournal ? " (journal)" : "");
        }
    }

    /** @param pick which of the living leads, in the order of their ids */
    record ClosesLead(int step, int pick, CloseReason reason) implements Happening {
        @Override
        public String toString() {
            return "somebody closes the living lead number " + pick + ": " + reason;
        }
    }

    /** @param pick which of the living leads, in the order of their ids */
    record Claims(int step, int pick, String coordinator) implements Happening {
        @Override
        public String toString() {
            return coordinator + " claims the living lead number " + pick;
        }
    }

    /** @param pick which of the living leads, in the order of their ids */
    record Attempts(int step, int pick, String coordinator) implements Happening {
        @Override
        public String toString() {
            return coordinator + " notes an attempt at the living lead number " + pick;
        }
    }

    record ComesOrGoes(int step, String coordinator, boolean comes) implements Happening {
        @Override
        public String toString() {
            return coordinator + (comes ? " comes" : " goes home");
        }
    }

    record Replays(int step, SourceId id) implements Happening {
        @Override
        public String toString() {
            return id + " is sent through the flow once more";
        }
    }

    record NodeDies(int step, int node) implements Happening {
        @Override
        public String toString() {
            return "node " + letter(node) + " is killed";
        }
    }

    record StoreGoesDown(int step, int steps) implements Happening {
        @Override
        public String toString() {
            return "the store is down for " + steps + " steps";
        }
    }

    record AnswersGetLost(int step, int count) implements Happening {
        @Override
        public String toString() {
            return "the answers to " + count + " writes get lost";
        }
    }

    record TimePasses(int step, Duration time) implements Happening {
        @Override
        public String toString() {
            return time + " pass";
        }
    }

    static String letter(int node) {
        return String.valueOf((char) ('A' + node));
    }
}
