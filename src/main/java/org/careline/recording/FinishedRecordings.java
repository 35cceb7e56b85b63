package org.careline.recording;

import java.util.Collection;

/** Where finished recordings are handed over. Handing one over twice, on any nodes, changes nothing. */
public interface FinishedRecordings {

    /** Takes a hint in memory, at once; whoever gives it must tell it again by {@link #take} in case this node dies. */
    void hint(FinishedRecording one);

    /**
     * Makes them durable: from now on they are fetched until they are here.
     *
     * @throws org.careline.store.StoreUnavailable if the store did not answer in time, or did not confirm them all
     */
    void take(Collection<FinishedRecording> finished);
}
