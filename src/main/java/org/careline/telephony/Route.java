package org.careline.telephony;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.careline.speech.WebhookReply;
import org.careline.telephony.LastResort.Listener;

/**
 * One row of the table of paths.
 *
 * @param required the parameters without which {@code answer} is not asked
 * @param listener who waits for the answer
 */
record Route(Set<String> required, Listener listener, Function<WebhookForm, WebhookReply> answer) {

    /** A call's SID becomes a key; Twilio's have 34 letters and digits. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    /** Whether all that is required is there and can be used. */
    boolean has(WebhookForm parameters) {
        return required.stream()
                .allMatch(name -> parameters
                        .find(name)
                        .filter(value -> usable(name, value))
                        .isPresent());
    }

    /** A caller who withholds their number may send an empty {@code From}. */
    private static boolean usable(String name, String value) {
        return switch (name) {
            case "From" -> true;
            case "CallSid", "ParentCallSid" -> KEY.matcher(value).matches();
            default -> !value.isBlank();
        };
    }

    /** Whether a GET is read: a redirect turns a POST into one, and then a caller still waits. */
    boolean readsQuery() {
        return listener != Listener.NOBODY;
    }

    String methods() {
        return readsQuery() ? "GET, POST" : "POST";
    }
}
