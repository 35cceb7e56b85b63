package org.careline.recording;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.careline.store.GuardedStore;

/** Recordings in memory, by the rules of the store. */
final class PlayedStore implements GuardedStore<RecordingId, StoredRecording>, RecordingRows {

    final Map<RecordingId, StoredRecording> recordings = new TreeMap<>();
    private final Fate fate;

    PlayedStore(Fate fate) {
        this.fate = fate;
    }

    @Override
    public Map<RecordingId, StoredRecording> find(Collection<RecordingId> ids) {
        fate.before();
        Map<RecordingId, StoredRecording> found = new HashMap<>(recordings);
        found.keySet().retainAll(ids);
        fate.after();
        return found;
    }

    @Override
    public Set<RecordingId> write(Collection<StoredRecording> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        fate.before();
        Set<RecordingId> held = new HashSet<>();
        for (StoredRecording one : documents) {
            StoredRecording before = recordings.get(one.id());
            if (one.rev() == (before == null ? 0 : before.rev())) {
                recordings.put(one.id(), one.written());
                held.add(one.id());
            }
        }
        fate.after();
        return held;
    }

    @Override
    public List<StoredRecording> due(Instant now, int limit) {
        return recordings.values().stream()
                .filter(one -> one.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(one -> one.dueAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredRecording> madeBy(State state, Instant then, int limit) {
        return recordings.values().stream()
                .filter(one -> one.state() == state && !one.origin().madeAt().isAfter(then))
                .limit(limit)
                .toList();
    }
}
