package org.careline.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** Looks up what any node has learnt about calls; what only a node's journal has is not among it. */
public interface CallFacts {

    /**
     * Whether this is known of the call by now.
     *
     * @return false also if the store does not answer within 300 ms: somebody waits on the line
     */
    boolean know(SourceId call, Fact.Kind kind, String status);

    /**
     * Those of these calls of which the store has anything, for whoever compares it with a carrier's list.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    Map<SourceId, KnownCall> find(Collection<SourceId> calls);

    /**
     * What is there of a call.
     *
     * @param accepted whether the call itself is, and not only facts of it
     */
    record KnownCall(boolean accepted, List<Fact> facts) {

        /** A call of which there is nothing. */
        public static final KnownCall NOTHING = new KnownCall(false, List.of());

        public KnownCall {
            facts = List.copyOf(facts);
        }

        /** Whether this can add nothing: it is known, or it is another end of a call that has ended. */
        public boolean has(Fact fact) {
            return facts.stream()
                    .anyMatch(known -> known.key().equals(fact.key()) || (fact.endsTheCall() && known.endsTheCall()));
        }
    }
}
