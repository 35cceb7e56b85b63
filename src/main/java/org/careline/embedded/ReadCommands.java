package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code find} and its cursors, and what counts. */
final class ReadCommands {

    private static final int FIRST_BATCH = 101;

    private final Storage storage;
    private final Cursors cursors;

    ReadCommands(Storage storage) {
        this.storage = storage;
        this.cursors = new Cursors(storage.clock());
    }

    Document find(Command command) {
        Optional<StoredCollection> collection = storage.catalogue().collection(command.namespace());
        if (collection.isEmpty()) {
            return Answers.firstBatch(command.namespace(), List.of(), 0);
        }
        Query query = new Query(
                collection.get(),
                command.document("filter"),
                SortOrder.of(command.document("sort")),
                Math.abs(command.number("limit", 0)),
                Projection.of(command.document("projection")));
        List<Document> batch = query.next(command.number("batchSize", FIRST_BATCH), effort(command));
        boolean more = !query.finished() && !command.flag("singleBatch", false);
        return Answers.firstBatch(command.namespace(), batch, more ? cursors.add(query) : 0);
    }

    Document getMore(Command command) {
        long id = Fields.required(command.body(), "getMore", Number.class).longValue();
        Query query = cursors.take(id);
        int size = command.number("batchSize", 0);
        List<Document> batch = query.next(size == 0 ? Integer.MAX_VALUE : size, effort(command));
        if (!query.finished()) {
            cursors.putBack(id, query);
        }
        return Answers.nextBatch(command.namespace("collection"), batch, query.finished() ? 0 : id);
    }

    Document killCursors(Command command) {
        List<Object> killed = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        for (Object id : Fields.list(command.body(), "cursors")) {
            (cursors.kill(((Number) id).longValue()) ? killed : unknown).add(id);
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of())
                .append("ok", 1.0);
    }

    Document count(Command command) {
        int limit = Math.abs(command.number("limit", 0));
        return new Document("n", count(command, command.document("query"), limit)).append("ok", 1.0);
    }

    /** The gate lets pass what a driver makes of {@code countDocuments}, and nothing else. */
    Document aggregate(Command command) {
        Document filter = new Document();
        int limit = 0;
        Document group = new Document();
        for (Document stage : command.documents("pipeline")) {
            filter = stage.get("$match") instanceof Document match ? match : filter;
            limit = stage.get("$limit") instanceof Number most ? most.intValue() : limit;
            group = stage.get("$group") instanceof Document last ? last : group;
        }
        int count = count(command, filter, limit);
        Document row = new Document("_id", group.get("_id")).append("n", count);
        return Answers.firstBatch(command.namespace(), count == 0 ? List.of() : List.of(row), 0);
    }

    private int count(Command command, Document filter, int limit) {
        Optional<StoredCollection> collection = storage.catalogue().collection(command.namespace());
        int most = limit == 0 ? Integer.MAX_VALUE : limit;
        if (collection.isEmpty() || filter.isEmpty()) {
            return (int) Math.min(most, collection.map(StoredCollection::size).orElse(0L));
        }
        Query query = new Query(collection.get(), filter, SortOrder.NONE, limit, Projection.of(new Document("_id", 1)));
        Effort effort = effort(command);
        int count = 0;
        while (!query.finished()) {
            count += query.next(FIRST_BATCH, effort).size();
        }
        return count;
    }

    private Effort effort(Command command) {
        return new Effort(storage.examined(), storage.clock(), command.number("maxTimeMS", 0));
    }
}
