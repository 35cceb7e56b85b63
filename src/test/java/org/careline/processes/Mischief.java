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
    IDLE("idle connections", 8_400, new Sent("", "", 3_600_000, true, false)),
    MANY_HEADERS("many slow headers", 3_000, new Sent(head("GET", "/x") + "X-A: ", "a", 500, true, false)),
    MANY_FORMS("many slow forms", 1_000, new Sent(posted("/forms/consultation", ""), "a", 500, true, false)),
    MANY_WEBHOOKS("many slow webhooks", 3_000, new Sent(posted("/twilio/voice/inbound", ""), "a", 500, true, false)),
    LARGE("large bodies, not ended", 250, large("/forms/consultation")),
    LARGE_WEBHOOKS("large webhooks, not ended", 2_000, large("/twilio/voice/inbound"));

    private static final int THOUSANDS = 1_000;
    private static final int ANNOUNCED = 60_000;

    final String words;
    final int connections;
    final String opening;
    final String more;
    final long gapNanos;
    final boolean reads;
    final boolean ends;

    /** How long after it was cut off a connection is made anew; thousands take their time. */
    final long comesBackNanos;

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
        this.comesBackNanos = TimeUnit.SECONDS.toNanos(connections > THOUSANDS ? 5 : 1);
    }

    private static Sent trickle(String path, String header) {
        return new Sent(posted(path, header), "a", 500, true, true);
    }

    private static Sent large(String path) {
        return new Sent(posted(path, "") + "a".repeat(ANNOUNCED - 1), "", 3_600_000, true, false);
    }

    private static String posted(String path, String header) {
        return head("POST", path) + header + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + ANNOUNCED + "\r\n\r\n";
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n";
    }

    private static Sent asked(String path, int gapMillis, boolean reads) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        return new Sent(request, request.repeat(reads ? 1 : 20), gapMillis, reads, false);
    }
}
