package org.careline.store.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a command must be, whatever store answers it: part of the Stable API v1 (MongoDB manual, "Stable API", commands
 * and the fields left out of them); if it reads, of what a majority has; and, if it writes, for a majority and aimed at one
 * document by its {@code _id}, which is what a sharded cluster keyed by a hashed {@code _id} takes without a broadcast.
 */
final class CommandRules {

    private static final Set<String> STABLE = Set.of(
            "aggregate",
            "count",
            "create",
            "createIndexes",
            "delete",
            "drop",
            "dropDatabase",
            "dropIndexes",
            "endSessions",
            "find",
            "findAndModify",
            "getMore",
            "hello",
            "insert",
            "killCursors",
            "listCollections",
            "listDatabases",
            "listIndexes",
            "ping",
            "update");

    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "find",
            Set.of(
                    "awaitData",
                    "max",
                    "min",
                    "noCursorTimeout",
                    "oplogReplay",
                    "returnKey",
                    "showRecordId",
                    "tailable"),
            "createIndexes",
            Set.of("commitQuorum"));

    /** What reads, and so decides something. */
    private static final Set<String> READS = Set.of("find", "aggregate", "count");

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private CommandRules() {}

    /** What is wrong with this command, in words; empty if nothing is. */
    static List<String> faults(BsonDocument command) {
        List<String> faults = new ArrayList<>();
        String name = command.getFirstKey();
        if (!STABLE.contains(name)) {
            faults.add(name + " is not in the Stable API v1");
        }
        LEFT_OUT.getOrDefault(name, Set.of()).stream()
                .filter(command::containsKey)
                .forEach(field -> faults.add(name + "." + field + " is not in the Stable API v1"));
        if (READS.contains(name) && !says(command, "readConcern", "level")) {
            faults.add(name + " of what no majority may have");
        }
        if (WRITES.contains(name) && !says(command, "writeConcern", "w")) {
            faults.add(name + " without a majority's word");
        }
        switch (name) {
            case "update" -> statements(command, "updates").forEach(update -> write(update, "update", faults));
            case "delete" -> statements(command, "deletes").forEach(delete -> write(delete, "delete", faults));
            case "findAndModify" -> oneDocument(command.getDocument("query", new BsonDocument()), name, faults);
            default -> {}
        }
        return faults;
    }

    private static boolean says(BsonDocument command, String concern, String field) {
        return command.getDocument(concern, new BsonDocument())
                .get(field, new BsonString(""))
                .equals(new BsonString("majority"));
    }

    private static List<BsonDocument> statements(BsonDocument command, String field) {
        return command.getArray(field).stream().map(BsonValue::asDocument).toList();
    }

    private static void write(BsonDocument statement, String name, List<String> faults) {
        if (statement.containsKey("multi") && statement.getBoolean("multi").getValue()) {
            faults.add(name + " of many documents is not one atomic change");
        }
        oneDocument(statement.getDocument("q"), name, faults);
    }

    private static void oneDocument(BsonDocument filter, String name, List<String> faults) {
        BsonValue id = Filter.flat(filter).get("_id");
        boolean one =
                id != null && !(id.isDocument() && id.asDocument().getFirstKey().startsWith("$"));
        if (!one) {
            faults.add(name + " is not aimed at one _id: " + filter.keySet());
        }
    }
}
