package org.careline.lead;

import java.time.Instant;
import java.util.List;

/** Follows what is written to leads. Told by the {@link LeadFeed} on several threads, and must make nobody wait. */
public interface LeadListener {

    /**
     * Leads as they are now, soon after they were written.
     *
     * @param fresh merged and closed ones too; a revision may be told twice, and seldom after a later one
     */
    void written(List<WrittenLead> fresh);

    /** Everything was told that is stored as written before then. */
    default void caughtUp(Instant until) {}

    /**
     * From when on it has to be told, asked once.
     *
     * @param now the time of the start
     */
    default Instant since(Instant now) {
        return now;
    }

    /** Whether a person waits for news, so that other nodes' writes have to be looked for often. */
    default boolean waiting() {
        return false;
    }
}
