package org.careline.processes;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.support.SignedTwilioRequest;

/** Whose phone rings first when somebody calls, as the TwiML says. */
final class OwnerRing {

    private static final Pattern NUMBER = Pattern.compile("<Number[^>]*>([^<]+)</Number>");
    /** Whoever waits in line has the order of their plan in the addresses, as positions of the file. */
    private static final Pattern LINE = Pattern.compile("waitUrl=\"/twilio/voice/wait/[a-z]+/[0-9a-f]+/(\\d)");

    private static final Map<String, String> PHONES =
            Map.of("ana", "+13055550111", "ben", "+13055550112", "cleo", "+13055550113");
    private static final List<String> FILE = List.of("ana", "ben", "cleo");

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
                .flatMap(OwnerRing::first)
                .orElse("nobody");
    }

    private static Optional<String> first(String twiml) {
        Matcher dialled = NUMBER.matcher(twiml);
        if (dialled.find()) {
            return Optional.of(dialled.group(1));
        }
        Matcher waits = LINE.matcher(twiml);
        return waits.find() ? Optional.of(phoneOf(FILE.get(Integer.parseInt(waits.group(1))))) : Optional.empty();
    }
}
