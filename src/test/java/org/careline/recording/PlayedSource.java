package org.careline.recording;

import java.util.HashMap;
import java.util.Map;

/** A carrier that has sounds. */
final class PlayedSource implements SoundSource {

    enum Mood {
        ANSWERS,
        FAILS,
        REHEARSES
    }

    final Map<RecordingId, byte[]> sounds = new HashMap<>();
    Mood mood = Mood.ANSWERS;
    Runnable whenDeleted = () -> {};
    int deletes;
    private final Fate fate;

    PlayedSource(Fate fate) {
        this.fate = fate;
    }

    @Override
    public Fetched fetch(RecordingId id) {
        fate.before();
        byte[] sound = sounds.get(id);
        fate.after();
        return switch (mood) {
            case ANSWERS -> sound == null ? new Fetched.NotThere() : new Sound(sound);
            case FAILS -> new Fetched.Failed();
            case REHEARSES -> new Fetched.NotAsked();
        };
    }

    @Override
    public Deleted delete(RecordingId id) {
        fate.before();
        if (mood == Mood.ANSWERS) {
            deletes++;
            whenDeleted.run();
            sounds.remove(id);
        }
        fate.after();
        return switch (mood) {
            case ANSWERS -> Deleted.GONE;
            case FAILS -> Deleted.FAILED;
            case REHEARSES -> Deleted.NOT_ASKED;
        };
    }
}
