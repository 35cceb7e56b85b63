package org.careline.telephony;

import java.time.Duration;
import java.util.List;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Reaction;
import org.w3c.dom.Element;

/** The leg to one coordinator's phone. */
final class PlayedLeg {

    private static final String SID = "CA00000000000000000000000000000099";

    private final PlayedLine line;
    private final String call;
    private final String clinic;
    private final String phone;
    private final Reaction reaction;
    private boolean connected;
    private boolean ended;

    PlayedLeg(PlayedLine line, String call, String clinic, String phone, Reaction reaction) {
        this.line = line;
        this.call = call;
        this.clinic = clinic;
        this.phone = phone;
        this.reaction = reaction;
    }

    boolean connected() {
        return connected;
    }

    /**
     * Rings and does what whoever is there does.
     *
     * @param document what Twilio asks when somebody picks up
     * @return Twilio's word for how the dial ended
     */
    String play(String document, Duration longestRing, Duration longestTalk) {
        line.pass(ring(longestRing));
        return switch (reaction) {
            case IS_BUSY -> "busy";
            case CANNOT_BE_REACHED -> "failed";
            case IS_CANCELED -> "canceled";
            case DOES_NOT_ANSWER -> "no-answer";
            case ACCEPTS, PRESSES_ANOTHER_KEY, PRESSES_NOTHING, MAILBOX, HANGS_UP_AT_THE_WHISPER -> {
                obey(line.ask(request(document)));
                if (connected) {
                    line.talk(longestTalk);
                }
                yield "completed";
            }
        };
    }

    private Duration ring(Duration longest) {
        return switch (reaction) {
            case IS_BUSY, CANNOT_BE_REACHED, IS_CANCELED -> Duration.ofSeconds(1);
            case DOES_NOT_ANSWER -> longest;
            default -> Duration.ofSeconds(line.random.nextInt((int) longest.toSeconds()) + 1L);
        };
    }

    /** A leg whose document ends without a hang-up is connected: that is Twilio's rule. */
    private void obey(List<Element> verbs) {
        for (Element verb : verbs) {
            switch (verb.getTagName()) {
                case "Say" -> line.speak(verb.getTextContent());
                case "Gather" -> gather(verb);
                case "Hangup" -> ended = true;
                default -> throw new AssertionError("A leg may not be told " + verb.getTagName());
            }
            if (ended) {
                return;
            }
        }
        connected = true;
        ended = true;
        line.record.connects(phone, reaction);
    }

    private void gather(Element gather) {
        if (reaction == Reaction.HANGS_UP_AT_THE_WHISPER) {
            ended = true;
            return;
        }
        line.speak(gather.getTextContent());
        SignedTwilioRequest key = request(gather.getAttribute("action"));
        obey(line.ask(
                switch (reaction) {
                    case ACCEPTS -> key.with("Digits", "1");
                    case PRESSES_ANOTHER_KEY -> key.with("Digits", "5");
                    default -> {
                        line.pass(PlayedLine.seconds(gather, "timeout"));
                        yield key;
                    }
                }));
    }

    private SignedTwilioRequest request(String path) {
        return SignedTwilioRequest.leg(path, SID, call, clinic, phone);
    }
}
