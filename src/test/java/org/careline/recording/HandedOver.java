package org.careline.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.careline.store.StoreUnavailable;

/** Takes finished recordings in memory. */
public final class HandedOver implements FinishedRecordings {

    public final List<FinishedRecording> hints = new ArrayList<>();
    public final List<FinishedRecording> taken = new ArrayList<>();
    public boolean away;

    @Override
    public void hint(FinishedRecording one) {
        hints.add(one);
    }

    @Override
    public void take(Collection<FinishedRecording> finished) {
        if (away) {
            throw new StoreUnavailable("take recordings");
        }
        taken.addAll(finished);
    }
}
