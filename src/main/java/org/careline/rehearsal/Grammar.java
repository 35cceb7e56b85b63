package org.careline.rehearsal;

import java.util.Map;
import java.util.Set;
import org.careline.rehearsal.Interruption.NotUnderstood;

/** Which verbs a document may hold (Twilio, "TwiML for Programmable Voice", and the pages of the verbs). */
enum Grammar {
    /** A call. */
    CALL("Say Play Pause Gather Dial Enqueue Leave Redirect Record Hangup Reject"),
    /** The {@code waitUrl} of a queue. */
    WAIT("Say Play Pause Hangup Redirect Leave Gather"),
    /** The {@code url} of a number that is dialled, and the actions in it. */
    WHISPER("Say Play Gather Hangup"),
    /** The {@code url} of a queue that is dialled. */
    BEFORE_BRIDGE("Say Play Pause Redirect");

    private static final Set<String> SPOKEN = Set.of("Say", "Play", "Pause");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("Say", Set.of("voice", "language", "loop")),
            Map.entry("Play", Set.of("loop", "digits")),
            Map.entry("Pause", Set.of("length")),
            Map.entry(
                    "Gather",
                    words("action method input timeout speechTimeout numDigits finishOnKey hints language"
                            + " actionOnEmptyResult profanityFilter bargeIn maxSpeechTime speechModel enhanced"
                            + " dtmfDetection debug partialResultCallback partialResultCallbackMethod")),
            Map.entry(
                    "Dial",
                    words("action method timeout timeLimit callerId answerOnBridge hangupOnStar ringTone"
                            + " record recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent"
                            + " recordingTrack trim sequential")),
            Map.entry("Number", words("url method statusCallback statusCallbackMethod statusCallbackEvent")),
            Map.entry("Queue", words("url method")),
            Map.entry("Enqueue", words("action method waitUrl waitUrlMethod maxQueueSize")),
            Map.entry("Leave", Set.of()),
            Map.entry("Redirect", Set.of("method")),
            Map.entry(
                    "Record",
                    words("action method timeout finishOnKey maxLength playBeep trim transcribe transcribeCallback"
                            + " recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent")),
            Map.entry("Hangup", Set.of()),
            Map.entry("Reject", Set.of("reason")));

    private final String verbs;

    Grammar(String verbs) {
        this.verbs = verbs;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }

    void check(Verb verb) {
        if (!words(verbs).contains(verb.name())) {
            throw new NotUnderstood("<" + verb.name() + "> in a document of the kind " + name());
        }
        known(verb);
        verb.children().forEach(child -> {
            if (!children(verb.name()).contains(child.name())) {
                throw new NotUnderstood("<" + child.name() + "> in <" + verb.name() + ">");
            }
            known(child);
        });
    }

    private static Set<String> children(String name) {
        return switch (name) {
            case "Gather" -> SPOKEN;
            case "Dial" -> Set.of("Number", "Queue");
            default -> Set.of();
        };
    }

    private static void known(Verb verb) {
        Set<String> known = ATTRIBUTES.getOrDefault(verb.name(), Set.of());
        verb.attributes().keySet().stream()
                .filter(attribute -> !known.contains(attribute))
                .findFirst()
                .ifPresent(attribute -> {
                    throw new NotUnderstood("the attribute " + attribute + " in <" + verb.name() + ">");
                });
        String method = verb.text("method", "POST");
        if (!Set.of("POST", "GET").contains(method)) {
            throw new NotUnderstood("method=\"" + method + "\"");
        }
    }
}
