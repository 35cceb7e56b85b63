package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.support.SignedTwilioRequest;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A caller and what Twilio does for them, in an exchange where others wait too. */
final class CallerInLine {

    /** How the call ended. */
    enum End {
        TALKED,
        VOICEMAIL,
        CALL_BACK,
        CRISIS_LINE,
        HUNG_UP,
        CUT_OFF
    }

    /** What this caller does while they wait: whom the exchange asks. */
    interface Mind {

        /** What they press at this menu. */
        Pressed at(boolean queue, boolean number);
    }

    private final PlayedExchange exchange;
    private final String sid;
    private final String from;
    private final String to;
    private final Mind mind;
    final List<String> talkedWith = new ArrayList<>();
    final Instant begun;
    private int document;
    private String waitUrl = "";
    private String action = "";
    private @Nullable Instant queuedAt;
    private @Nullable Instant leftAt;
    private boolean queued;
    private @Nullable PlayedPhone partner;
    private boolean promised;
    private boolean recorded;
    private boolean asksForCrisis;
    private boolean dialledCrisis;
    private boolean onTheLine = true;
    private @Nullable Instant talkBegan;
    Duration talked = Duration.ZERO;
    Duration lasted = Duration.ZERO;

    @Nullable End end;

    boolean calledBack;

    CallerInLine(PlayedExchange exchange, String sid, String from, String to, Mind mind) {
        this.exchange = exchange;
        this.sid = sid;
        this.from = from;
        this.to = to;
        this.mind = mind;
        this.begun = exchange.clock.instant();
    }

    String sid() {
        return sid;
    }

    String from() {
        return from;
    }

    boolean isInQueue() {
        return queued && partner == null && onTheLine;
    }

    boolean isOnTheLine() {
        return onTheLine;
    }

    boolean isCalledBackAt(String number) {
        return number.equals(from) || number.endsWith("3055550188");
    }

    boolean wasPromised() {
        return promised;
    }

    void isCalledBack() {
        calledBack = true;
    }

    boolean leftLongerAgoThan(Duration time) {
        return leftAt != null && exchange.clock.instant().isAfter(leftAt.plus(time));
    }

    void calls() {
        runs(exchange.ask(inbound()));
    }

    private SignedTwilioRequest inbound() {
        return SignedTwilioRequest.inboundCall(sid, from, to);
    }

    private SignedTwilioRequest request(String path) {
        return inbound().at(path).without("CallStatus").with("CallStatus", "in-progress");
    }

    private void runs(List<Element> verbs) {
        document++;
        step(verbs, 0, document);
    }

    /** Goes on with this document, unless the call is in another one by now. */
    private void later(Duration time, int running, Runnable what) {
        exchange.after(time, () -> {
            if (onTheLine && document == running) {
                what.run();
            }
        });
    }

    private void step(List<Element> verbs, int index, int running) {
        if (index == verbs.size()) {
            documentEnds();
            return;
        }
        Element verb = verbs.get(index);
        Runnable next = () -> step(verbs, index + 1, running);
        switch (verb.getTagName()) {
            case "Say" -> {
                hears(verb);
                later(speech(verb), running, next);
            }
            case "Gather" -> gather(verb, running, next);
            case "Enqueue" -> enqueue(verb);
            case "Leave" -> leave();
            case "Redirect" -> runs(exchange.ask(inQueue(request(verb.getTextContent()))));
            case "Dial" -> dial(verb, running);
            case "Record" -> record(verb, running, next);
            case "Hangup" -> hungUpOn();
            default -> throw new AssertionError("Twilio is not asked for " + verb.getTagName());
        }
    }

    private void hears(Element say) {
        if (queued && !List.of("Say", "Gather").contains(say.getTagName())) {
            exchange.breaks("a queue may only speak and listen");
        }
        promised |= say.getTextContent().startsWith("We call you at")
                || say.getTextContent().startsWith("Le llamamos al");
    }

    private void gather(Element gather, int running, Runnable next) {
        Duration words = PlayedLine.verbs(gather).stream().map(this::heard).reduce(Duration.ZERO, Duration::plus);
        boolean number = !gather.getAttribute("input").contains("speech");
        Pressed pressed = mind.at(queued, number);
        boolean silent = pressed == Pressed.NOTHING;
        Duration time = silent ? words.plus(PlayedLine.seconds(gather, "timeout")) : words.dividedBy(2);
        if (silent && !gather.getAttribute("actionOnEmptyResult").equals("true")) {
            later(time, running, next);
            return;
        }
        later(time, running, () -> presses(pressed, gather.getAttribute("action")));
    }

    private Duration heard(Element say) {
        hears(say);
        return speech(say);
    }

    private void presses(Pressed pressed, String path) {
        asksForCrisis |= pressed.asksForCrisisLine();
        exchange.count((queued ? "in line pressed " : "pressed ") + pressed);
        runs(exchange.ask(pressed.in(inQueue(request(path)))));
    }

    private static Duration speech(Element say) {
        return Duration.ofMillis(say.getTextContent().length() * 70L);
    }

    private void enqueue(Element enqueue) {
        queued = true;
        queuedAt = exchange.clock.instant();
        waitUrl = enqueue.getAttribute("waitUrl");
        action = enqueue.getAttribute("action");
        if (!enqueue.getTextContent().equals(sid)) {
            exchange.breaks("each caller has a queue of their own");
        }
        exchange.count("waits in line");
        asksToWait();
    }

    private void asksToWait() {
        runs(exchange.ask(inQueue(request(waitUrl))));
    }

    private SignedTwilioRequest inQueue(SignedTwilioRequest request) {
        return queued && queuedAt != null
                ? request.with(
                        "QueueTime",
                        Long.toString(Duration.between(queuedAt, exchange.clock.instant())
                                .toSeconds()))
                : request;
    }

    private void leave() {
        if (!queued) {
            exchange.breaks("only a queue can be left");
        }
        outOfQueue("leave");
    }

    private void outOfQueue(String result) {
        SignedTwilioRequest request = inQueue(request(action)).with("QueueResult", result);
        queued = false;
        leftAt = exchange.clock.instant();
        runs(exchange.ask(request));
    }

    /** A coordinator's leg has dialled this caller's queue. */
    void connects(PlayedPhone phone, String url) {
        partner = phone;
        document++;
        talkBegan = exchange.clock.instant();
        exchange.ask(request(url).with("DequeingCallSid", phone.sid()));
        talkedWith.add(phone.number());
        exchange.count("talks");
        if (exchange.chance(30)) {
            int running = document;
            later(Duration.ofSeconds(5 + exchange.random.nextInt(60)), running, this::hangsUp);
        }
    }

    void talkEnds() {
        if (onTheLine && partner != null) {
            talkIsOver();
            outOfQueue("bridged");
        }
    }

    private void talkIsOver() {
        if (talkBegan != null) {
            talked = talked.plus(Duration.between(talkBegan, exchange.clock.instant()));
            talkBegan = null;
        }
        partner = null;
    }

    private void dial(Element dial, int running) {
        if (queued) {
            exchange.breaks("a queue cannot dial");
        }
        boolean crisis = !dial.hasAttribute("timeLimit");
        if (crisis) {
            dialledCrisis = true;
            if (!dial.getAttribute("record").isEmpty()) {
                exchange.breaks("the crisis line is never recorded");
            }
        }
        exchange.count(crisis ? "dials the crisis line" : "dials a phone itself");
        String status = crisis ? "completed" : "no-answer";
        later(
                Duration.ofSeconds(25),
                running,
                () -> runs(exchange.ask(request(dial.getAttribute("action")).with("DialCallStatus", status))));
    }

    private void record(Element record, int running, Runnable next) {
        recorded = true;
        if (exchange.chance(50)) {
            later(PlayedLine.seconds(record, "timeout"), running, next);
        } else {
            later(
                    Duration.ofSeconds(20),
                    running,
                    () -> runs(exchange.ask(request(record.getAttribute("action"))
                            .with("RecordingSid", "RE1")
                            .with("RecordingUrl", "https://example.org/RE1")
                            .with("RecordingDuration", "20"))));
        }
    }

    private void documentEnds() {
        if (queued) {
            asksToWait();
        } else {
            hungUpOn();
        }
    }

    private void hungUpOn() {
        ends(
                dialledCrisis
                        ? End.CRISIS_LINE
                        : !talkedWith.isEmpty()
                                ? End.TALKED
                                : promised ? End.CALL_BACK : recorded ? End.VOICEMAIL : End.CUT_OFF);
    }

    /** The caller has had enough. */
    void hangsUp() {
        if (!onTheLine) {
            return;
        }
        boolean waiting = queued;
        Optional.ofNullable(partner).ifPresent(PlayedPhone::isLeft);
        boolean talking = partner != null;
        talkIsOver();
        ends(talking ? End.TALKED : promised ? End.CALL_BACK : End.HUNG_UP);
        if (waiting && (exchange.calm || exchange.chance(80))) {
            exchange.ask(inQueue(request(action)).with("QueueResult", talking ? "bridged" : "hangup"));
        }
    }

    private void ends(End how) {
        end = how;
        onTheLine = false;
        queued = false;
        leftAt = leftAt == null ? exchange.clock.instant() : leftAt;
        lasted = Duration.between(begun, exchange.clock.instant()).minus(talked);
        if (asksForCrisis && !dialledCrisis && how != End.HUNG_UP && how != End.CALL_BACK) {
            exchange.breaks("the crisis key leads to the crisis line");
        }
        exchange.tell(SignedTwilioRequest.endOfCall(sid, from, to, "completed", (int) lasted.toSeconds()));
    }

    Map.Entry<String, String> route() {
        return Map.entry(from, to);
    }
}
