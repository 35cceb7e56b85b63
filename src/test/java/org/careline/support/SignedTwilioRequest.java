package org.careline.support;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook request as Twilio sends it, signed with an account's token over the public address. It signs by a way of its
 * own, so that it is a second opinion on the product's.
 *
 * @param target path and, if there is one, query, raw
 * @param parameters names and values in the order of the body; repeats are allowed
 */
public record SignedTwilioRequest(String target, List<Map.Entry<String, String>> parameters) {

    /** The invented account of every test. */
    public static final String ACCOUNT = "AC00000000000000000000000000000001";

    public SignedTwilioRequest {
        parameters = List.copyOf(parameters);
    }

    public static SignedTwilioRequest to(String target) {
        return new SignedTwilioRequest(target, List.of());
    }

    /** The first request of an inbound call, with what Twilio usually says about it. */
    public static SignedTwilioRequest inboundCall(String callSid, String from, String to) {
        return ofCall("/twilio/voice/inbound", callSid, from, to).with("CallStatus", "ringing");
    }

    /** The number's status callback, when a call is over. */
    public static SignedTwilioRequest endOfCall(String callSid, String from, String to, String status, int seconds) {
        return ofCall("/twilio/voice/status", callSid, from, to)
                .with("CallStatus", status)
                .with("CallDuration", Integer.toString(seconds))
                .with("SequenceNumber", "0")
                .with("CallbackSource", "call-progress-events");
    }

    /** The request after a message was left. */
    public static SignedTwilioRequest voicemail(
            String callSid, String from, String to, String recordingSid, int seconds) {
        return ofCall("/twilio/voice/voicemail", callSid, from, to)
                .with("CallStatus", "in-progress")
                .with("RecordingSid", recordingSid)
                .with("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/" + recordingSid)
                .with("RecordingDuration", Integer.toString(seconds));
    }

    /** The callback when a message's file is there; it knows neither caller nor number. */
    public static SignedTwilioRequest recordingStatus(String callSid, String recordingSid, String status, int seconds) {
        return to("/twilio/voice/recording")
                .with("AccountSid", ACCOUNT)
                .with("CallSid", callSid)
                .with("RecordingSid", recordingSid)
                .with("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/" + recordingSid)
                .with("RecordingStatus", status)
                .with("RecordingDuration", Integer.toString(seconds))
                .with("RecordingChannels", "1")
                .with("RecordingSource", "RecordVerb");
    }

    /**
     * The action of a dial, when it has ended.
     *
     * @param status busy, no-answer, failed, canceled, or completed, which a mailbox gives too
     */
    public static SignedTwilioRequest dialEnded(String path, String callSid, String from, String to, String status) {
        return ofCall(path, callSid, from, to)
                .with("CallStatus", "in-progress")
                .with("DialCallStatus", status)
                .with("DialCallSid", "CA00000000000000000000000000000099");
    }

    /** What is asked before a dialled leg is connected: its document, or the action of a gather in it. */
    public static SignedTwilioRequest leg(String path, String callSid, String parent, String from, String to) {
        return ofCall(path, callSid, from, to)
                .without("Direction")
                .with("Direction", "outbound-dial")
                .with("ParentCallSid", parent)
                .with("CallStatus", "in-progress");
    }

    private static SignedTwilioRequest ofCall(String path, String callSid, String from, String to) {
        return to(path).with("CallSid", callSid)
                .with("AccountSid", ACCOUNT)
                .with("From", from)
                .with("To", to)
                .with("Direction", "inbound")
                .with("ApiVersion", "2010-04-01")
                .with("Caller", from)
                .with("Called", to)
                .with("FromCity", "")
                .with("FromState", "FL")
                .with("FromCountry", "US")
                .with("ToCity", "");
    }

    /** One more parameter, after the others. */
    public SignedTwilioRequest with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(parameters);
        more.add(Map.entry(name, value));
        return new SignedTwilioRequest(target, more);
    }

    public SignedTwilioRequest without(String name) {
        return new SignedTwilioRequest(
                target,
                parameters.stream()
                        .filter(parameter -> !parameter.getKey().equals(name))
                        .toList());
    }

    public SignedTwilioRequest at(String otherTarget) {
        return new SignedTwilioRequest(otherTarget, parameters);
    }

    /** The parameters, URL-encoded. */
    public String body() {
        return parameters.stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The signature of a POST. */
    public String signature(String token, String base) {
        return sum(token, text(base));
    }

    /** What is signed of a POST. */
    public String text(String base) {
        Map<String, TreeSet<String>> sorted = new TreeMap<>();
        parameters.forEach(parameter -> sorted.computeIfAbsent(parameter.getKey(), name -> new TreeSet<>())
                .add(parameter.getValue()));
        StringBuilder text = new StringBuilder(base + target);
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    /** Sent to the address that it is signed for. */
    public HttpRequest post(String token, String base) {
        return post(token, base, URI.create(base));
    }

    /** Signed for one address and sent to another, as through a proxy. */
    public HttpRequest post(String token, String base, URI server) {
        return HttpRequest.newBuilder(server.resolve(target))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("X-Twilio-Signature", signature(token, base))
                .POST(BodyPublishers.ofString(body()))
                .build();
    }

    /** The same parameters in the query: what Twilio makes of a POST after a redirect. */
    public HttpRequest get(String token, String base) {
        String url = base + target + "?" + body();
        return HttpRequest.newBuilder(URI.create(url))
                .header("X-Twilio-Signature", sum(token, url))
                .GET()
                .build();
    }

    /** Base64 of HMAC-SHA1. */
    public static String sum(String token, String text) {
        return sum("HmacSHA1", token, text);
    }

    /** Base64 of HMAC-SHA256, as a request has it that names its key. */
    public static String sum256(String secret, String text) {
        return sum("HmacSHA256", secret, text);
    }

    private static String sum(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
