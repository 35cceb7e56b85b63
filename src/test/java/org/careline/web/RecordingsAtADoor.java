package org.careline.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingId;
import org.careline.staff.Actor;

/** Recordings behind the doors: what the test puts there, and who listened. */
public final class RecordingsAtADoor implements RecordingBook {

    public final Map<RecordingId, KeptRecording> known = new HashMap<>();
    public final Map<RecordingId, Opened> sounds = new HashMap<>();
    public final List<Actor> listeners = new ArrayList<>();

    public void forget() {
        known.clear();
        sounds.clear();
        listeners.clear();
    }

    @Override
    public Map<RecordingId, KeptRecording> find(Collection<RecordingId> ids) {
        Map<RecordingId, KeptRecording> found = new HashMap<>(known);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Opened open(RecordingId id, Actor listener) {
        listeners.add(listener);
        return sounds.getOrDefault(id, new Opened.Unknown());
    }
}
