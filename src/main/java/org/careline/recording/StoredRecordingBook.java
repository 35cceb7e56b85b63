package org.careline.recording;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.staff.Actor;
import org.careline.store.GuardedStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and opens what is stored. */
final class StoredRecordingBook implements RecordingBook {

    private static final Logger LOG = LoggerFactory.getLogger(StoredRecordingBook.class);

    private final GuardedStore<RecordingId, StoredRecording> recordings;
    private final Sounds sounds;
    private final Duration keep;

    StoredRecordingBook(GuardedStore<RecordingId, StoredRecording> recordings, Sounds sounds, Duration keep) {
        this.recordings = recordings;
        this.sounds = sounds;
        this.keep = keep;
    }

    @Override
    public Map<RecordingId, KeptRecording> find(Collection<RecordingId> ids) {
        return recordings.find(ids).values().stream().collect(toMap(StoredRecording::id, this::shown));
    }

    private KeptRecording shown(StoredRecording one) {
        boolean here = one.state() == State.WHOLE || one.state() == State.KEPT;
        @Nullable Instant erased = one.state() == State.ERASED ? one.stage().since() : null;
        return new KeptRecording(
                one.id(),
                one.origin().kind(),
                one.origin().seconds(),
                one.origin().madeAt(),
                one.state(),
                here ? one.origin().madeAt().plus(keep) : null,
                erased);
    }

    @Override
    public Opened open(RecordingId id, Actor listener) {
        StoredRecording one = recordings.find(List.of(id)).get(id);
        if (one == null) {
            return new Opened.Unknown();
        }
        return switch (one.state()) {
            case WHOLE, KEPT -> opened(one, listener);
            case EXPECTED, ERASING, ERASED, LOST -> new Opened.NotHere(one.state());
        };
    }

    private Opened opened(StoredRecording one, Actor listener) {
        Optional<byte[]> sound = sounds.read(one, one.sound().pieces());
        if (sound.isEmpty()) {
            boolean otherKey = !one.sound().key().equals(sounds.keyName());
            LOG.error("Recording {} cannot be decrypted: {}", one.id(), otherKey ? "another key" : "it is damaged");
            return new Opened.Unreadable(otherKey);
        }
        LOG.info("Recording {} was opened by {}", one.id(), listener);
        return new Sound(sound.get());
    }
}
