package org.careline.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.careline.support.SignedTwilioRequest;

/**
 * Calls that come every quarter of a second, each over a connection of its own.
 *
 * @param millis how long each waited for its answer, from the connection's first packet, in rising order
 * @param unanswered those that got none, or no TwiML
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SignedCalls(long[] millis, int unanswered) {

    private static final int EVERY_MS = 250;

    /** Twilio's own patience. */
    private static final int PATIENCE_MS = 15_000;

    /** Places calls at a port for so long and waits for the last answer. */
    static SignedCalls during(int port, Duration length) {
        ExecutorService lines = Executors.newCachedThreadPool(work -> {
            Thread line = new Thread(work, "call");
            line.setDaemon(true);
            return line;
        });
        try {
            List<Future<Long>> calls = new ArrayList<>();
            long begin = System.nanoTime();
            for (long at = 0; at < length.toMillis(); at += EVERY_MS) {
                LockSupport.parkNanos(begin + TimeUnit.MILLISECONDS.toNanos(at) - System.nanoTime());
                calls.add(lines.submit(() -> call(port)));
            }
            long[] took = calls.stream().mapToLong(Crowd::done).sorted().toArray();
            long[] answered = Arrays.stream(took).filter(one -> one >= 0).toArray();
            return new SignedCalls(answered, took.length - answered.length);
        } finally {
            lines.shutdownNow();
        }
    }

    int placed() {
        return millis.length + unanswered;
    }

    long quantile(int percent) {
        return millis.length == 0 ? -1 : millis[(millis.length - 1) * percent / 100];
    }

    long slowest() {
        return quantile(100);
    }

    String words() {
        return "p50 %d p99 %d max %d ms".formatted(quantile(50), quantile(99), slowest());
    }

    /** Milliseconds until the answer; -1 if there was none. */
    private static long call(int port) {
        Contact caller = Contact.call(Contact.freshPhone());
        SignedTwilioRequest request =
                SignedTwilioRequest.inboundCall(caller.key(), String.valueOf(caller.phone()), Visitors.CLINIC);
        byte[] body = request.body().getBytes(UTF_8);
        String head = "POST " + request.target() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length
                + "\r\nX-Twilio-Signature: " + request.signature(RunningNode.TWILIO_TOKEN, "http://localhost:" + port)
                + "\r\n\r\n";
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.getOutputStream().write((head + request.body()).getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            boolean good = answer.startsWith("HTTP/1.1 200") && answer.endsWith("</Response>");
            return good ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) : -1;
        } catch (IOException nobody) {
            return -1;
        }
    }
}
