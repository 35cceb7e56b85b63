package org.careline.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * WAV files: the one format of those that the carrier plays of which the JDK can tell how long it lasts, and a call must be
 * known to end.
 */
final class Wave {

    private static final int MILLIS = 1_000;

    private Wave() {}

    /** How long it lasts, rounded up to milliseconds; empty if it is no WAV file, or has no sound in it. */
    static Optional<Duration> length(Path file) {
        try {
            AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
            double seconds =
                    format.getFrameLength() / (double) format.getFormat().getFrameRate();
            return format.getType().equals(AudioFileFormat.Type.WAVE) && seconds > 0
                    ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * MILLIS)))
                    : Optional.empty();
        } catch (IOException | UnsupportedAudioFileException notOne) {
            return Optional.empty();
        }
    }
}
