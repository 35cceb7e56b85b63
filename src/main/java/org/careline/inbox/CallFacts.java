package org.careline.inbox;

import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** Looks up what any node has learnt about a call. */
public interface CallFacts {

    /**
     * Whether this is known of the call by now.
     *
     * @return false also if the store does not answer within 300 ms: somebody waits on the line
     */
    boolean know(SourceId call, Fact.Kind kind, String status);
}
