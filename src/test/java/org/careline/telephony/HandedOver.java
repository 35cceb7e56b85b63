package org.careline.telephony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.careline.recording.FinishedRecording;
import org.careline.recording.FinishedRecordings;
import org.careline.store.StoreUnavailable;

/** Takes finished recordings in memory. */
final class HandedOver implements FinishedRecordings {

    final List<FinishedRecording> hints = new ArrayList<>();
    final List<FinishedRecording> taken = new ArrayList<>();
    boolean away;

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
