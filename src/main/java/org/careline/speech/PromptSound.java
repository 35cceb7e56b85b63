package org.careline.speech;

import com.twilio.twiml.voice.Play;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A sound of the clinic's that callers hear.
 *
 * @param address where the carrier fetches it; another one for other content, for the carrier keeps what it has fetched
 *     (Twilio, "Play: hints and advanced uses")
 */
record PromptSound(Path file, String address, Duration length) {

    Play play() {
        return new Play.Builder(address).build();
    }
}
