package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at every command before anything is done with it and refuses what the store cannot do as MongoDB does. What is
 * let pass stands in the {@link GateTable}.
 */
final class Gate {

    /** Of every command: how it is sent, not what it does. */
    private static final Set<String> EVERYWHERE = Set.of(
            "$db",
            "$readPreference",
            "$clusterTime",
            "readConcern",
            "writeConcern",
            "maxTimeMS",
            "comment",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    /** Of single commands, beside their name. */
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("insert", Set.of("documents", "ordered")),
            Map.entry("update", Set.of("updates", "ordered")),
            Map.entry("delete", Set.of("deletes", "ordered")),
            Map.entry("findAndModify", Set.of("query", "update", "remove", "new", "upsert", "fields")),
            Map.entry("find", Set.of("filter", "sort", "limit", "batchSize", "singleBatch", "projection")),
            Map.entry("getMore", Set.of("collection", "batchSize")),
            Map.entry("killCursors", Set.of("cursors")),
            Map.entry("count", Set.of("query", "limit")),
            Map.entry("aggregate", Set.of("pipeline", "cursor")),
            Map.entry("createIndexes", Set.of("indexes")),
            Map.entry("dropIndexes", Set.of("index")),
            Map.entry("listIndexes", Set.of("cursor")),
            Map.entry("listCollections", Set.of("filter", "nameOnly", "authorizedCollections", "cursor")),
            Map.entry("listDatabases", Set.of("nameOnly", "authorizedDatabases")));

    private static final Set<String> GREETINGS =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "endSessions");
    private static final Set<String> COMMANDS = GateTable.accepted("command");

    private static final Set<String> UPDATE_STATEMENT = Set.of("q", "u", "upsert");
    private static final Set<String> DELETE_STATEMENT = Set.of("q", "limit");

    private Gate() {}

    static void check(Command command) {
        String name = command.name();
        if (GREETINGS.contains(name)) {
            return;
        }
        if (!COMMANDS.contains(name)) {
            throw Refusal.commandNotFound(name);
        }
        Document body = command.body();
        body.forEach((field, value) -> {
            if (!field.equals(name) && !EVERYWHERE.contains(field)) {
                checkField(name, FIELDS.getOrDefault(name, Set.of()), field, value);
            }
        });
        checkConcerns(command);
        checkContent(command);
    }

    private static void checkField(String owner, Set<String> known, String field, Object value) {
        if (known.contains(field) || isUnused(field, value)) {
            return;
        }
        if (GateTable.refused("field", field).isPresent()) {
            throw Refusal.notImplemented("'" + field + "'");
        }
        if (GateTable.refused("field", field + " on an " + owner).isPresent()
                || GateTable.refused("field", field + " on " + owner).isPresent()) {
            throw Refusal.notImplemented("'" + field + "' on " + owner);
        }
        throw Refusal.unknownField(owner, field);
    }

    /** Drivers and tools spell out what they do not want: {@code multi: false}, {@code skip: 0}. */
    private static boolean isUnused(String field, Object value) {
        return field.equals("skip")
                ? value instanceof Number number && number.intValue() == 0
                : Boolean.FALSE.equals(value) && !field.equals("autocommit");
    }

    private static void checkConcerns(Command command) {
        Object acknowledged = command.document("writeConcern").getOrDefault("w", 1);
        if (acknowledged instanceof Number number && number.intValue() == 0) {
            throw Refusal.notImplemented("a write without acknowledgement");
        }
        if (acknowledged instanceof Number number && number.intValue() > 1) {
            throw new MongoServerError(100, "UnsatisfiableWriteConcern", "There are no replicas to wait for");
        }
        Object level = command.document("readConcern").getOrDefault("level", "local");
        if (!Set.of("local", "available", "majority").contains(level)) {
            throw Refusal.notImplemented("that read concern");
        }
        if (!command.body().getOrDefault("apiVersion", "1").equals("1")) {
            throw Refusal.notImplemented("an API version other than 1");
        }
    }

    private static void checkContent(Command command) {
        Document body = command.body();
        switch (command.name()) {
            case "insert" -> command.documents("documents").forEach(GateOfUpdates::checkStored);
            case "update" -> command.documents("updates").forEach(Gate::checkUpdate);
            case "delete" -> command.documents("deletes").forEach(Gate::checkDelete);
            case "findAndModify" -> checkFindAndModify(command);
            case "find" -> checkFind(command);
            case "count" -> GateOfQueries.check(command.document("query"));
            case "aggregate" -> GateOfQueries.checkPipeline(command);
            case "createIndexes" -> Fields.documents(body, "indexes").forEach(GateOfIndexes::check);
            default -> {
                // nothing beyond the names of its fields
            }
        }
    }

    private static void checkUpdate(Document statement) {
        statement.forEach((field, value) -> checkField("update", UPDATE_STATEMENT, field, value));
        checkTarget(Fields.required(statement, "q", Document.class));
        GateOfUpdates.check(statement.get("u"));
    }

    private static void checkDelete(Document statement) {
        statement.forEach((field, value) -> checkField("delete", DELETE_STATEMENT, field, value));
        GateOfQueries.check(Fields.required(statement, "q", Document.class));
    }

    private static void checkFindAndModify(Command command) {
        checkTarget(command.document("query"));
        GateOfQueries.checkProjection(command.document("fields"));
        if (!command.flag("remove", false)) {
            GateOfUpdates.check(command.body().get("update"));
        }
    }

    private static void checkTarget(Document filter) {
        GateOfQueries.check(filter);
        if (new Filter(filter).id().isEmpty()) {
            throw Refusal.notImplemented("an update whose filter does not name the _id of a document");
        }
    }

    private static void checkFind(Command command) {
        GateOfQueries.check(command.document("filter"));
        GateOfQueries.checkSort(command.document("sort"));
        GateOfQueries.checkProjection(command.document("projection"));
    }

    static void refuseUnless(boolean accepted, String what) {
        if (!accepted) {
            throw Refusal.notImplemented(what);
        }
    }

    static boolean isDirection(Object value) {
        return value instanceof Number number && List.of(1.0, -1.0).contains(number.doubleValue());
    }
}
