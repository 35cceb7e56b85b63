package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.careline.rehearsal.Faults.Rest;
import org.careline.rehearsal.Interruption.Target;
import tools.jackson.databind.node.ObjectNode;

/** Calls: placed, listed, told, sent elsewhere and ended. */
final class CallResource {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int USUAL_RING = 60;

    private final RehearsedNetwork door;
    private final Network network;
    private final NetworkTime networkTime;

    CallResource(RehearsedNetwork door) {
        this.door = door;
        this.network = door.network();
        this.networkTime = door.time();
    }

    RestAnswer answer(RestRequest asked, Rest state) {
        if (asked.method().equals("POST")) {
            return state == Rest.TOO_MANY ? RestAnswer.error(429, 20429, "Too many requests") : place(asked, state);
        }
        return asked.method().equals("GET") ? listed(asked) : RestAnswer.notAllowed();
    }

    RestAnswer answer(RestRequest asked, String sid) {
        return networkTime.locked(
                () -> network.line(sid).map(line -> answer(asked, line)).orElseGet(RestAnswer::notFound));
    }

    private RestAnswer place(RestRequest asked, Rest state) {
        String to = asked.form("To").orElse("");
        String from = asked.form("From").orElse("");
        if (!NUMBER.matcher(to).matches()) {
            return RestAnswer.error(400, 21211, "The 'To' number is not a valid phone number");
        }
        if (!NUMBER.matcher(from).matches()) {
            return RestAnswer.error(400, 21212, "The 'From' number is not a valid phone number");
        }
        Optional<Target> document = asked.document();
        if (document.isEmpty()) {
            return RestAnswer.error(400, 21205, "Url is not a valid URL");
        }
        Line line = placed(asked, from, to, document.get());
        return state == Rest.PLACES_UNTOLD
                ? RestAnswer.unavailable()
                : RestAnswer.json(201, networkTime.locked(() -> Resources.call(line)));
    }

    private Line placed(RestRequest asked, String from, String to, Target document) {
        List<String> events = asked.form().all("StatusCallbackEvent");
        Optional<URI> status = asked.form("StatusCallback").map(URI::create);
        Duration ring = Duration.ofSeconds(RestRequest.number(asked.form("Timeout"), USUAL_RING));
        Set<String> told = events.isEmpty() ? Set.of("completed") : Set.copyOf(events);
        return door.ring(new CallOrigin(Optional.empty(), "outbound-api", from, to, status, told), ring, document);
    }

    private RestAnswer answer(RestRequest asked, Line line) {
        if (asked.method().equals("GET")) {
            return RestAnswer.json(200, Resources.call(line));
        }
        if (!asked.method().equals("POST")) {
            return RestAnswer.notAllowed();
        }
        if (line.over()) {
            return RestAnswer.error(400, 21220, "Call is not in-progress. Cannot redirect.");
        }
        String status = asked.form("Status").orElse("");
        if (status.equals("completed") || (status.equals("canceled") && !line.isAnswered())) {
            return RestAnswer.json(200, ended(line));
        }
        Optional<Target> document = asked.document();
        boolean goesOn = line.isAnswered() || line.origin.inbound();
        if (status.isEmpty() && goesOn && document.isPresent()) {
            line.redirect = document;
            networkTime.changed();
            return RestAnswer.json(200, Resources.call(line));
        }
        return RestAnswer.error(400, 21218, "Invalid call status or document");
    }

    /** Its own player ends it at its next look; what is told is already its end. */
    private ObjectNode ended(Line line) {
        network.end(line, !line.isAnswered() ? "canceled" : "completed");
        return Resources.call(line);
    }

    private RestAnswer listed(RestRequest asked) {
        Predicate<Line> wanted = line -> asked.matches("To", line.origin.to())
                && asked.matches("From", line.origin.from())
                && asked.matches("Status", line.status)
                && asked.after("StartTime", line.began)
                && asked.matches(
                        "ParentCallSid",
                        line.origin.parent().map(parent -> parent.sid).orElse(""));
        return networkTime.locked(() -> {
            List<Line> all = network.lines().stream().filter(wanted).toList();
            return asked.page("calls", all, Resources::call);
        });
    }
}
