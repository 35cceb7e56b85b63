package org.careline.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the client of one connection has shown the password, by SCRAM-SHA-256 as MongoDB's drivers speak it: in two
 * commands, of which the first may travel with the greeting. Used by the connection's own thread alone.
 */
final class Login {

    static final String MECHANISM = "SCRAM-SHA-256";

    private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster");

    /** What a greeting or a login needs at most; nobody is let into the memory before. */
    private static final int BYTES_BEFORE = 16 * 1024;

    private static final int CONVERSATION = 1;

    private final StoreAccess access;
    private Optional<ScramExchange> exchange = Optional.empty();
    private boolean skipsEmpty;
    private boolean proven;
    private boolean done;

    Login(StoreAccess access) {
        this.access = access;
    }

    /** Whether the password was shown. */
    boolean isDone() {
        return done;
    }

    /** The largest message that is read from this client now. */
    int mostBytes() {
        return done ? Wire.MAX_MESSAGE_BYTES : BYTES_BEFORE;
    }

    /** The answer to a command: the login's own, a refusal before it, and the store's after it. */
    Document answer(Document body, Commands commands) {
        String name = body.isEmpty() ? "" : body.keySet().iterator().next();
        try {
            return switch (name) {
                case "saslStart" -> start(body).orElseThrow(this::failed);
                case "saslContinue" -> goOn(body);
                default -> admitted(name, body, commands);
            };
        } catch (MongoServerError refusal) {
            return Answers.error(refusal);
        }
    }

    private Document admitted(String name, Document body, Commands commands) {
        boolean greets = GREETINGS.contains(name);
        if (!done && !greets) {
            throw Refusal.unauthorized(name);
        }
        Document answer = commands.answer(body);
        return greets ? greeted(new Command(body), answer) : answer;
    }

    /** Adds to a greeting what its sender asks about logging in, and the first answer if it has begun already. */
    Document greeted(Command command, Document answer) {
        if (command.body().containsKey("saslSupportedMechs")) {
            answer.append("saslSupportedMechs", List.of(MECHANISM));
        }
        if (command.body().containsKey("speculativeAuthenticate")) {
            start(command.document("speculativeAuthenticate"))
                    .ifPresent(first -> answer.append("speculativeAuthenticate", first));
        }
        return answer;
    }

    private Optional<Document> start(Document body) {
        done = false;
        proven = false;
        skipsEmpty = Command.flag(new Command(body).document("options").get("skipEmptyExchange"), false);
        ScramExchange next = access.conversation();
        exchange = Optional.of(next);
        return MECHANISM.equals(body.get("mechanism"))
                ? next.first(payload(body)).map(text -> reply(text, false))
                : Optional.empty();
    }

    private Document goOn(Document body) {
        if (proven && payload(body).isEmpty()) {
            done = true;
            return reply("", true);
        }
        String last = exchange.flatMap(conversation -> conversation.last(payload(body)))
                .orElseThrow(this::failed);
        exchange = Optional.empty();
        proven = true;
        done = skipsEmpty;
        return reply(last, done);
    }

    private RuntimeException failed() {
        exchange = Optional.empty();
        proven = false;
        done = false;
        access.refused();
        return Refusal.authenticationFailed();
    }

    private static String payload(Document body) {
        return new String(Fields.required(body, "payload", BinData.class).getData(), StandardCharsets.UTF_8);
    }

    private static Document reply(String text, boolean end) {
        return new Document("conversationId", CONVERSATION)
                .append("done", end)
                .append("payload", new BinData(text.getBytes(StandardCharsets.UTF_8)))
                .append("ok", 1.0);
    }
}
