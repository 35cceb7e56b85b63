package org.careline.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.web.UrlEncoded;

/** A tiny application that answers the network with texts of TwiML, and the network that asks it. */
final class PlayedClinic implements AutoCloseable {

    static final String NUMBER = "+18445550100";
    static final String CALLER = "+13055550170";
    private static final String TOKEN = "0".repeat(32);

    final MovableClock clock = new MovableClock();
    final RehearsedNetwork network;
    private final Map<String, String> documents = new HashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final DrivenTime time;

    /** A request that came, with a right signature or without. */
    record Asked(String path, UrlEncoded form, boolean signed) {

        String field(String name) {
            return String.valueOf(form.first(name));
        }
    }

    PlayedClinic() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        URI here = URI.create("http://localhost:" + server.getAddress().getPort());
        network = new RehearsedNetwork(new NetworkTime(clock), new Clinic(() -> here, () -> here, () -> TOKEN));
        time = new DrivenTime(network, clock::advance);
    }

    /** What a path answers from now on. */
    PlayedClinic says(String path, String verbs) {
        documents.put("/" + path, "<?xml version=\"1.0\"?><Response>" + verbs + "</Response>");
        return this;
    }

    /** What a caller hears first. */
    PlayedClinic answers(String verbs) {
        return says("twilio/voice/inbound", verbs);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        UrlEncoded form = UrlEncoded.parse(body).orElseThrow();
        form.fields().forEach((name, values) -> values.forEach(value -> fields.add(Map.entry(name, value))));
        String base = "http://localhost:" + server.getAddress().getPort();
        String right = new SignedTwilioRequest(exchange.getRequestURI().toString(), fields).signature(TOKEN, base);
        asked.add(
                new Asked(path, form, right.equals(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"))));
        byte[] answer = documents.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.length == 0 ? 204 : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    String call() {
        return network.call(CALLER, NUMBER);
    }

    void pass(Duration most) {
        boolean unused = time.passUntil(() -> false, most);
    }

    /** Until the whole network is silent. */
    void playOut() {
        boolean over = time.passUntil(() -> network.view().live().isEmpty(), Duration.ofHours(2));
        if (!over) {
            throw new AssertionError("Some line does not end");
        }
        pass(Duration.ofMinutes(1));
    }

    /** Until nobody is on a line any more, and what is told of that has been told. */
    void ends() {
        boolean over = time.passUntil(() -> network.view().live().isEmpty(), Duration.ofHours(2));
        if (!over) {
            throw new AssertionError("Some line does not end");
        }
        pass(Duration.ofSeconds(1));
    }

    /** A phone that was dialled and is not over; the first one first. */
    LineView leg(int number) {
        return network.view().live().stream()
                .filter(line -> !line.inbound())
                .toList()
                .get(number);
    }

    /** How long a line was there. */
    long seconds(String sid) {
        LineView line = line(sid);
        return Duration.between(line.began(), Objects.requireNonNullElse(line.ended(), clock.instant()))
                .toSeconds();
    }

    LineView line(String sid) {
        return network.line(sid).orElseThrow();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The requests to one path, the first first. */
    List<Asked> asked(String path) {
        return asked.stream().filter(each -> each.path().equals("/" + path)).toList();
    }

    /** The last request to a path. */
    Asked last(String path) {
        List<Asked> all = asked(path);
        return all.get(all.size() - 1);
    }

    /** The texts of the steps of one kind on a line. */
    List<String> steps(String sid, Step.Kind kind) {
        return line(sid).steps().stream()
                .filter(step -> step.kind() == kind)
                .map(Step::text)
                .toList();
    }

    @Override
    public void close() {
        network.close();
        server.stop(0);
    }
}
