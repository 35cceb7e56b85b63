package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** One store with the same documents twice: in {@code indexed} with many indexes, in {@code bare} with none. */
final class Twins implements AutoCloseable {

    private final Path folder;
    private Storage storage;
    private Commands commands;

    Twins(Path folder) {
        this.folder = folder;
        this.storage = Storage.open(folder, Clock.systemUTC());
        this.commands = new Commands(storage);
    }

    void reopen() {
        storage.close();
        storage = Storage.open(folder, Clock.systemUTC());
        commands = new Commands(storage);
    }

    Storage storage() {
        return storage;
    }

    Document ask(Document command) {
        return commands.answer(command.append("$db", "twins"));
    }

    /** The same to both; answers what both said. */
    List<Document> both(String command, Document rest) {
        List<Document> answers = new ArrayList<>();
        for (String collection : List.of("indexed", "bare")) {
            answers.add(ask(
                    new Document(command, collection).append("ordered", false).appendAll(rest.cloneDeeply())));
        }
        return answers;
    }

    List<Document> find(String collection, Document filter, Document sort, int limit) {
        Document answer = ask(new Document("find", collection)
                .append("filter", filter)
                .append("sort", sort)
                .append("limit", limit)
                .append("batchSize", 40));
        List<Document> found = new ArrayList<>();
        Document cursor = cursor(answer);
        found.addAll(Fields.documents(cursor, "firstBatch"));
        while (!Long.valueOf(0).equals(cursor.get("id"))) {
            cursor = cursor(ask(new Document("getMore", cursor.get("id"))
                    .append("collection", collection)
                    .append("batchSize", 40)));
            found.addAll(Fields.documents(cursor, "nextBatch"));
        }
        return found;
    }

    private static Document cursor(Document answer) {
        if (!(answer.get("cursor") instanceof Document cursor)) {
            throw new AssertionError(answer.toString());
        }
        return cursor;
    }

    @Override
    public void close() {
        storage.close();
    }
}
