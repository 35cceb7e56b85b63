package org.careline.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.careline.support.SignedTwilioRequest;

/** Prepares requests, whole, so that nothing is computed while the time runs. Each is somebody new. */
final class Requests {

    private static final String CLINIC = "+18445550100";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern COOKIE = Pattern.compile("(?i)\nset-cookie: (careline-session=[^;\n]+)");

    /** As many fictitious numbers as there are: a hundred in each area code. */
    private static final int PHONES = 79_900;

    private final int port;
    private final AtomicInteger people = new AtomicInteger();

    Requests(int port) {
        this.port = port;
    }

    /** Signed requests of new calls. */
    List<byte[]> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> call("/twilio/voice/inbound", people.incrementAndGet()))
                .toList();
    }

    /** The same call again and again, for an answer that forgets it. */
    List<byte[]> constant(String path, int count) {
        return Collections.nCopies(count, call(path, 0));
    }

    private byte[] call(String path, int person) {
        SignedTwilioRequest call = SignedTwilioRequest.inboundCall("CA%032x".formatted(person), phone(person), CLINIC);
        String signature =
                "X-Twilio-Signature: " + call.signature(CarelineProcess.SECRET, "http://localhost:" + port) + "\r\n";
        return post(path, FORM + "; charset=utf-8", signature, call.body());
    }

    /** Posts to the API. */
    List<byte[]> api(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    int person = people.incrementAndGet();
                    String body = "{\"name\":\"Maya Ortiz %s\",\"phone\":\"%s\",\"email\":\"v%d@example.org\"}"
                            .formatted(letters(person), phone(person), person);
                    return post("/api/v1/inquiries", "application/json", bearer(), body);
                })
                .toList();
    }

    /** Filled-in forms; each token is fetched with its page. */
    List<byte[]> forms(int count) {
        try (Line line = new Line(port)) {
            return IntStream.range(0, count)
                    .mapToObj(number -> form(token(line)))
                    .toList();
        }
    }

    private byte[] form(String token) {
        int person = people.incrementAndGet();
        String body = "token=%s&website=&name=Maya+Ortiz+%s&phone=%s&email=v%d%%40example.org&consent.call=on"
                .formatted(token, letters(person), URLEncoder.encode(phone(person), StandardCharsets.UTF_8), person);
        return post("/forms/consultation", FORM, "", body);
    }

    private String token(Line line) {
        return found(TOKEN, line.send(get("/forms/consultation", "")).body());
    }

    byte[] metrics() {
        return get("/actuator/prometheus", bearer());
    }

    byte[] readiness() {
        return get("/actuator/health/readiness", "");
    }

    byte[] inquiry(String receipt) {
        return get("/api/v1/inquiries/" + receipt, bearer());
    }

    byte[] queue() {
        return get("/api/v1/queue?limit=50", bearer());
    }

    byte[] claim(String lead) {
        return post("/api/v1/leads/" + lead + "/claim", "application/json", bearer(), "{\"coordinator\":\"ana\"}");
    }

    /** The queue page of somebody who has signed in. */
    byte[] console() {
        try (Line line = new Line(port)) {
            String who = "username=ana&password=" + CarelineProcess.SECRET;
            Line.Answer inside = line.send(post("/login", FORM, "", who));
            return get("/console/queue", "Cookie: " + found(COOKIE, inside.head()) + "\r\n");
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("An answer lacks " + pattern);
        }
        return found.group(1);
    }

    private byte[] get(String path, String header) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header + "\r\n");
    }

    private byte[] post(String path, String type, String header, String body) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header + "Content-Type: " + type
                + "\r\nContent-Length: " + bytes(body).length + "\r\n\r\n" + body);
    }

    private static String bearer() {
        return "Authorization: Bearer " + CarelineProcess.SECRET + "\r\n";
    }

    private static String phone(int person) {
        int number = person % PHONES;
        return "+1%03d55501%02d".formatted(201 + number / 100, number % 100);
    }

    /** A family name of one's own, without digits. */
    static String letters(int person) {
        return Integer.toString(person + 46_656, 26)
                .chars()
                .map(digit -> Character.digit(digit, 26) + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
