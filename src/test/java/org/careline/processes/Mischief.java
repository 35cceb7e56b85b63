package org.careline.processes;

import java.util.concurrent.TimeUnit;

/** What a stranger's connection does. A trickle is a byte each half second: no time-out for a single read ends it. */
enum Mischief {
    FORM("slow form", 250, trickle("/forms/consultation", "")),
    LOGIN("slow sign-in", 250, trickle("/login", "")),
    TWILIO("slow webhook, forged", 250, trickle("/twilio/voice/inbound", "X-Twilio-Signature: forged\r\n")),
    TWILIO_UNSIGNED("slow webhook, unsigned", 250, trickle("/twilio/voice/inbound", "")),
    API("slow body without a token", 250, trickle("/api/v1/inquiries", "")),
    MISSING("slow body, no such path", 250, trickle("/no/such/path", "")),
    HEADERS(
            "slow headers",
            250,
            new Sent("GET /forms/consultation HTTP/1.1\r\nHost: x\r\nX-A: ", "a", 500, true, false)),
    UNREAD("answers not taken", 250, asked("/forms/consultation", 0, false)),
    PAGES("costly pages", 250, asked("/forms/consultation", 20, true)),
    DESCRIPTION("the API's description", 250, asked("/v3/api-docs", 20, true)),
    IDLE("idle connections", 8_400, new Sent("", "", 3_600_000, true, false));

    final String words;
    final int connections;
    final String opening;
    final String more;
    final long gapNanos;
    final boolean reads;
    final boolean ends;

    /**
     * @param gapMillis between one sending of {@code more} and the next
     * @param reads whether answers are taken
     * @param ends whether the server must have ended each connection after four seconds
     */
    private record Sent(String opening, String more, int gapMillis, boolean reads, boolean ends) {}

    Mischief(String words, int connections, Sent sent) {
        this.words = words;
        this.connections = connections;
        this.opening = sent.opening;
        this.more = sent.more;
        this.gapNanos = TimeUnit.MILLISECONDS.toNanos(sent.gapMillis);
        this.reads = sent.reads;
        this.ends = sent.ends;
    }

    private static Sent trickle(String path, String header) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + header
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
        return new Sent(head, "a", 500, true, true);
    }

    private static Sent asked(String path, int gapMillis, boolean reads) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        return new Sent(request, request.repeat(reads ? 1 : 20), gapMillis, reads, false);
    }
}
