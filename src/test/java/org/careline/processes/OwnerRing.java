package org.careline.processes;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.support.SignedTwilioRequest;

/** Whose phone rings first when somebody calls, as the TwiML says. */
final class OwnerRing {

    private static final Pattern NUMBER = Pattern.compile("<Number[^>]*>([^<]+)</Number>");
    private static final Map<String, String> PHONES =
            Map.of("ana", "+13055550111", "ben", "+13055550112", "cleo", "+13055550113");

    private OwnerRing() {}

    /** The phone of one of the shipped clinic's coordinators. */
    static String phoneOf(String coordinator) {
        return PHONES.getOrDefault(coordinator, "nobody's");
    }

    /** The phone that rings first if this caller calls now, on a call of its own. */
    static String rung(RunningNode node, String phone) {
        Contact call = Contact.call(phone);
        return Visitors.exchange(SignedTwilioRequest.inboundCall(call.key(), phone, Visitors.CLINIC)
                        .post(RunningNode.TWILIO_TOKEN, node.publicBase(), node.server()))
                .map(HttpResponse::body)
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("nobody");
    }
}
