package org.careline.recording;

/** A whole sound, as a carrier sends it and as it is listened to. The array is shared with whoever gave it. */
public final class Sound implements SoundSource.Fetched, RecordingBook.Opened {

    private final byte[] bytes;

    public Sound(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Its media type. A carrier says what it sends; what is kept tells by itself: a WAV file begins with RIFF. */
    public String type() {
        boolean wave = bytes.length > 3 && bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F';
        return wave ? "audio/wav" : "audio/mpeg";
    }
}
