package org.careline.processes;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.support.SignedTwilioRequest;

/** Somebody who waits in line; whichever node is asked next, the carrier asks the addresses that the first answer named. */
final class LineCaller {

    private static final Pattern WAIT = Pattern.compile("waitUrl=\"([^\"]+)\"");
    private static final Pattern LEFT = Pattern.compile("<Enqueue action=\"([^\"]+)\"");
    private static final Pattern KEYS = Pattern.compile("action=\"(/twilio/voice/waiting/[^\"]+)\"");

    private final Contact call;
    private String greeting = "";
    private String heard = "";

    LineCaller(String phone) {
        this.call = Contact.call(phone);
    }

    /** Calls; whether this node lets them wait in line. */
    boolean calls(RunningNode node) {
        greeting = answer(node, SignedTwilioRequest.inboundCall(call.key(), phone(), Visitors.CLINIC));
        return greeting.contains("<Enqueue");
    }

    /** Waits, so long already; what they hear. */
    String waits(RunningNode node, int seconds) {
        heard = answer(node, of(named(WAIT, greeting)).with("QueueTime", Integer.toString(seconds)));
        return heard;
    }

    /** Presses a key while they wait. */
    String presses(RunningNode node, String key, int seconds) {
        return answer(node, of(named(KEYS, heard)).with("Digits", key).with("QueueTime", Integer.toString(seconds)));
    }

    /** Is out of the queue, as its last document wanted. */
    String leaves(RunningNode node) {
        return answer(node, of(named(LEFT, greeting)).with("QueueResult", "leave"));
    }

    Answer hangsUp(RunningNode node) {
        return Visitors.send(node, call.hungUp());
    }

    private SignedTwilioRequest of(String path) {
        return SignedTwilioRequest.inboundCall(call.key(), phone(), Visitors.CLINIC)
                .at(path)
                .without("CallStatus")
                .with("CallStatus", "in-progress");
    }

    private static String answer(RunningNode node, SignedTwilioRequest request) {
        return Visitors.exchange(request.post(RunningNode.TWILIO_TOKEN, node.publicBase(), node.server()))
                .filter(response -> response.statusCode() == 200)
                .map(HttpResponse::body)
                .orElse("");
    }

    private static String named(Pattern what, String document) {
        Matcher found = what.matcher(document);
        if (!found.find()) {
            throw new AssertionError("No " + what + " in " + document);
        }
        return found.group(1);
    }

    private String phone() {
        return String.valueOf(call.phone());
    }
}
