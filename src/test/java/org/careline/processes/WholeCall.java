package org.careline.processes;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.support.SignedTwilioRequest;

/** Somebody who calls and goes through with it, as each answer says, with one node and the other in turn. */
final class WholeCall {

    private static final Pattern MENU = Pattern.compile("<Gather[^>]* action=\"([^\"]+)\"");
    private static final Pattern PHONES = Pattern.compile("<Dial[^>]* action=\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("<Enqueue[^>]* action=\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("<Record[^>]* action=\"([^\"]+)\"");

    private static final int OK = 200;

    /** More phones than any plan has. */
    private static final int MOST_STEPS = 12;

    private final Contact call;
    private final Wish wish;
    private final IntFunction<RunningNode> nodes;
    private int asked;
    private long slowest;
    private int status = OK;

    /** What somebody calls for. */
    enum Wish {
        A_CALL_BACK("callback-requested"),
        THE_CRISIS_LINE("crisis-line"),
        TO_LEAVE_A_MESSAGE("voicemail"),
        TO_HANG_UP_AT_ONCE("completed");

        /** How the lead's touch names what came of it. */
        final String outcome;

        Wish(String outcome) {
            this.outcome = outcome;
        }
    }

    WholeCall(String phone, Wish wish, IntFunction<RunningNode> nodes) {
        this.call = Contact.call(phone);
        this.wish = wish;
        this.nodes = nodes;
    }

    Wish wish() {
        return wish;
    }

    Contact contact() {
        return call;
    }

    /** Calls, does what they wish, hangs up; the slowest of all answers, and a status that is not 200 if one was not. */
    Answer play() {
        String greeting = asks(request("/twilio/voice/inbound"));
        switch (wish) {
            // It is offered once a phone was not answered.
            case A_CALL_BACK ->
                asks(request(named(MENU, until(MENU, later(greeting)))).with("Digits", "1"));
            case THE_CRISIS_LINE -> asks(request(named(MENU, greeting)).with("Digits", "9"));
            case TO_LEAVE_A_MESSAGE -> leavesAMessage(greeting);
            case TO_HANG_UP_AT_ONCE -> {}
        }
        Answer end = Visitors.send(nodes.apply(asked), call.hungUp());
        slowest = Math.max(slowest, end.nanos());
        return new Answer(call, end.acknowledged() ? status : end.status(), null, slowest);
    }

    private void leavesAMessage(String greeting) {
        String document = until(MESSAGE, greeting);
        String recording = call.key().replace("CA", "RE");
        asks(request(named(MESSAGE, document))
                .with("RecordingSid", recording)
                .with("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/" + recording)
                .with("RecordingDuration", "7"));
    }

    /** Nobody answers until there is such a verb. */
    private String until(Pattern what, String document) {
        String heard = document;
        for (int step = 0; step < MOST_STEPS && found(what, heard).isEmpty(); step++) {
            heard = later(heard);
        }
        return heard;
    }

    /** What is said when nobody has answered. */
    private String later(String document) {
        return found(PHONES, document)
                .map(phones -> asks(request(phones).with("DialCallStatus", "no-answer")))
                .orElseGet(() -> asks(request(named(LINE, document)).with("QueueResult", "leave")));
    }

    private SignedTwilioRequest request(String path) {
        return SignedTwilioRequest.inboundCall(call.key(), String.valueOf(call.phone()), Visitors.CLINIC)
                .at(path);
    }

    private String asks(SignedTwilioRequest request) {
        RunningNode node = nodes.apply(asked++);
        HttpRequest signed = request.post(RunningNode.TWILIO_TOKEN, node.publicBase(), node.server());
        long start = System.nanoTime();
        Optional<HttpResponse<String>> answer = Visitors.exchange(signed);
        slowest = Math.max(slowest, System.nanoTime() - start);
        int said = answer.map(HttpResponse::statusCode).orElse(0);
        if (said != OK) {
            status = said;
        }
        return answer.map(HttpResponse::body).orElse("");
    }

    private static String named(Pattern what, String document) {
        return found(what, document).orElseThrow(() -> new AssertionError("No " + what + " in " + document));
    }

    private static Optional<String> found(Pattern what, String document) {
        return Optional.of(what.matcher(document)).filter(Matcher::find).map(found -> found.group(1));
    }
}
