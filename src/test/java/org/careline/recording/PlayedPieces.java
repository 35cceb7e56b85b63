package org.careline.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Pieces of sound in memory. */
final class PlayedPieces implements Pieces {

    final Map<String, byte[]> stored = new TreeMap<>();
    private final Fate fate;

    PlayedPieces(Fate fate) {
        this.fate = fate;
    }

    @Override
    public void put(RecordingId of, String place, byte[] sealed) {
        fate.before();
        stored.putIfAbsent(place, sealed);
        fate.after();
    }

    @Override
    public Map<String, byte[]> find(Collection<String> places) {
        fate.before();
        Map<String, byte[]> found = new HashMap<>(stored);
        found.keySet().retainAll(places);
        fate.after();
        return found;
    }

    @Override
    public void deleteBut(RecordingId of, String beginning) {
        fate.before();
        stored.keySet().removeIf(place -> place.startsWith(of + "/") && !place.startsWith(beginning));
        fate.after();
    }

    @Override
    public void deleteAll(RecordingId of) {
        fate.before();
        stored.keySet().removeIf(place -> place.startsWith(of + "/"));
        fate.after();
    }
}
