package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.carrier.Leg;
import org.careline.speech.QueueScript;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Reaction;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A leg to a coordinator's phone that was placed by the REST API, and whoever is at that phone. */
final class PlayedPhone {

    private final PlayedExchange exchange;
    private final String sid;
    private final Leg leg;
    private final Reaction reaction;
    private int sequence;
    private boolean over;
    private boolean pressedOne;
    private @Nullable CallerInLine talksWith;
    private @Nullable Instant endedAt;
    final Instant placedAt;

    PlayedPhone(PlayedExchange exchange, String sid, Leg leg) {
        this.exchange = exchange;
        this.sid = sid;
        this.leg = leg;
        this.placedAt = exchange.clock.instant();
        boolean engaged =
                exchange.phones.stream().anyMatch(other -> other.number().equals(leg.to()) && other.talks());
        this.reaction = engaged ? Reaction.IS_BUSY : exchange.reaction(leg.to());
    }

    String sid() {
        return sid;
    }

    String number() {
        return leg.to();
    }

    /** For whom it was rung: what stands in its addresses. */
    String rungFor() {
        return leg.answered().getPath().substring(QueueScript.ANSWERED.length()).split("/", 2)[0];
    }

    boolean talks() {
        return talksWith != null && !over;
    }

    boolean live() {
        return !over;
    }

    boolean accepted() {
        return pressedOne;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    void begins() {
        tell("initiated");
        exchange.count("phone " + reaction);
        exchange.after(Duration.ofMillis(500 + exchange.random.nextInt(2_000)), () -> {
            if (!over) {
                tell("ringing");
            }
        });
        int longest = (int) leg.ring().toSeconds() + 5;
        switch (reaction) {
            case IS_BUSY -> exchange.after(Duration.ofSeconds(1), () -> ends("busy"));
            case CANNOT_BE_REACHED -> exchange.after(Duration.ofSeconds(1), () -> ends("failed"));
            case IS_CANCELED, DOES_NOT_ANSWER -> exchange.after(Duration.ofSeconds(longest), () -> ends("no-answer"));
            default -> exchange.after(Duration.ofSeconds(2 + exchange.random.nextInt(longest - 2)), this::picksUp);
        }
    }

    private void picksUp() {
        if (!over) {
            tell("in-progress");
            runs(exchange.ask(request(leg.answered().getPath())));
        }
    }

    private void runs(List<Element> verbs) {
        for (Element verb : verbs) {
            if (over) {
                return;
            }
            switch (verb.getTagName()) {
                case "Say" -> {}
                case "Gather" -> {
                    exchange.after(Duration.ofSeconds(5), () -> presses(verb));
                    return;
                }
                case "Dial" -> {
                    dials(verb);
                    return;
                }
                case "Hangup" -> {
                    ends("completed");
                    return;
                }
                default -> throw new AssertionError("A leg may not be told " + verb.getTagName());
            }
        }
        ends("completed");
    }

    private void presses(Element gather) {
        if (over) {
            return;
        }
        SignedTwilioRequest key = request(gather.getAttribute("action"));
        switch (reaction) {
            case HANGS_UP_AT_THE_WHISPER -> ends("completed");
            case ACCEPTS -> {
                pressedOne = true;
                runs(exchange.ask(key.with("Digits", "1")));
            }
            case PRESSES_ANOTHER_KEY -> runs(exchange.ask(key.with("Digits", "5")));
            default -> exchange.after(PlayedLine.seconds(gather, "timeout"), () -> runs(exchange.ask(key)));
        }
    }

    private void dials(Element dial) {
        if (reaction != Reaction.ACCEPTS) {
            exchange.breaks("only a press of 1 connects");
        }
        Element what = PlayedLine.verbs(dial).get(0);
        if (what.getTagName().equals("Number")) {
            callsBack(dial, what);
            return;
        }
        String queue = what.getTextContent();
        Optional<CallerInLine> caller = exchange.waitingIn(queue);
        if (caller.isPresent()) {
            bridges(dial, what, caller.get());
            return;
        }
        CallerInLine gone = exchange.callers.get(queue);
        if (gone != null && exchange.calm && gone.leftLongerAgoThan(Duration.ofSeconds(8))) {
            exchange.breaks("nobody is connected with a caller who is not there any more");
        }
        exchange.count("queue was empty");
        exchange.after(PlayedLine.seconds(dial, "timeout"), () -> dialEnded(dial, "no-answer"));
    }

    private void bridges(Element dial, Element queue, CallerInLine caller) {
        talksWith = caller;
        caller.connects(this, queue.getAttribute("url"));
        int longest = Math.toIntExact(PlayedLine.seconds(dial, "timeLimit").toSeconds());
        exchange.after(Duration.ofSeconds(10 + exchange.random.nextInt(Math.min(longest, 400))), () -> {
            if (!over && talksWith == caller) {
                caller.talkEnds();
                dialEnded(dial, "completed");
            }
        });
    }

    private void callsBack(Element dial, Element number) {
        CallerInLine caller = exchange.callers.values().stream()
                .filter(one -> rungFor().startsWith(one.sid()) || one.isCalledBackAt(number.getTextContent()))
                .findFirst()
                .orElseThrow();
        if (caller.isOnTheLine() || exchange.chance(20)) {
            exchange.count("call back not answered");
            exchange.after(Duration.ofSeconds(20), () -> dialEnded(dial, "no-answer"));
            return;
        }
        exchange.count("called back");
        exchange.ask(request(number.getAttribute("url")));
        caller.isCalledBack();
        exchange.after(Duration.ofSeconds(30), () -> dialEnded(dial, "completed"));
    }

    private void dialEnded(Element dial, String status) {
        talksWith = null;
        if (!over) {
            runs(exchange.ask(request(dial.getAttribute("action")).with("DialCallStatus", status)));
        }
    }

    /** Ended by the REST API; whether it was not over. */
    boolean isEnded() {
        boolean was = !over;
        if (was) {
            exchange.count("leg ended by us");
            if (talksWith != null) {
                exchange.breaks("no talk is ended by us");
            }
            ends("completed");
        }
        return was;
    }

    /** The caller hung up in the talk. */
    void isLeft() {
        ends("completed");
    }

    private void ends(String status) {
        if (!over) {
            over = true;
            talksWith = null;
            endedAt = exchange.clock.instant();
            tell(status);
        }
    }

    private void tell(String status) {
        exchange.tell(request(leg.status().getPath())
                .without("CallStatus")
                .with("CallStatus", status)
                .with("SequenceNumber", Integer.toString(sequence++)));
    }

    private SignedTwilioRequest request(String path) {
        return SignedTwilioRequest.inboundCall(sid, leg.from(), leg.to())
                .without("Direction")
                .with("Direction", "outbound-api")
                .without("CallStatus")
                .with("CallStatus", "in-progress")
                .at(path);
    }
}
