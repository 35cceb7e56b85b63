package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Greetings, and what concerns collections and indexes as a whole. */
final class AdminCommands {

    /**
     * MongoDB 7.0: drivers speak OP_MSG only and know neither the client-level bulkWrite nor {@code sort} on updates (25).
     * The newest driver asks for 8 at least. No session timeout is told, so that drivers start no sessions.
     */
    static final int WIRE_VERSION = 21;

    private static final String VERSION = "7.0.0";

    /** MongoDB's own limits. */
    private static final int MAX_MESSAGE_BYTES = 48_000_000;

    private static final int MAX_WRITE_BATCH = 100_000;

    /** A server has these from the start, and health checks look for one. */
    private static final List<String> ALWAYS_THERE = List.of("admin", "config", "local");

    private final Storage storage;

    AdminCommands(Storage storage) {
        this.storage = storage;
    }

    Document hello(Command command) {
        return new Document(command.name().equals("hello") ? "isWritablePrimary" : "ismaster", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", Bson.MAX_DOCUMENT_BYTES)
                .append("maxMessageSizeBytes", MAX_MESSAGE_BYTES)
                .append("maxWriteBatchSize", MAX_WRITE_BATCH)
                .append("localTime", storage.clock().instant())
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    Document ok(Command command) {
        return Answers.ok();
    }

    Document buildInfo(Command command) {
        return new Document("version", VERSION)
                .append("versionArray", List.of(7, 0, 0, 0))
                .append("modules", List.of("careline-embedded"))
                .append("maxBsonObjectSize", Bson.MAX_DOCUMENT_BYTES)
                .append("ok", 1.0);
    }

    Document listDatabases(Command command) {
        Stream<String> own =
                storage.catalogue().collections().stream().map(collection -> database(collection.namespace()));
        List<Document> databases = Stream.concat(own, ALWAYS_THERE.stream())
                .distinct()
                .map(name -> new Document("name", name).append("empty", false).append("sizeOnDisk", 0L))
                .toList();
        return new Document("databases", databases).append("totalSize", 0L).append("ok", 1.0);
    }

    Document listCollections(Command command) {
        Filter filter = new Filter(command.document("filter"));
        List<Document> collections = storage.catalogue().collections().stream()
                .map(StoredCollection::namespace)
                .filter(namespace -> database(namespace).equals(command.database()))
                .map(namespace -> new Document(
                                "name", namespace.substring(database(namespace).length() + 1))
                        .append("type", "collection")
                        .append("options", new Document())
                        .append("info", new Document("readOnly", false))
                        .append("idIndex", IndexShape.ID.description()))
                .filter(filter::matches)
                .toList();
        return Answers.firstBatch(command.database() + ".$cmd.listCollections", collections, 0);
    }

    Document listIndexes(Command command) {
        StoredCollection collection = storage.catalogue()
                .collection(command.namespace())
                .orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "ns does not exist"));
        List<Document> indexes = new ArrayList<>();
        indexes.add(IndexShape.ID.description());
        collection.indexes().forEach(index -> indexes.add(index.shape().description()));
        return Answers.firstBatch(command.namespace(), indexes, 0);
    }

    Document create(Command command) {
        if (storage.catalogue().collection(command.namespace()).isPresent()) {
            throw new MongoServerError(48, "NamespaceExists", "Collection already exists");
        }
        storage.catalogue().collectionOrNew(command.namespace());
        return Answers.ok();
    }

    Document createIndexes(Command command) {
        boolean isNew = storage.catalogue().collection(command.namespace()).isEmpty();
        StoredCollection collection = storage.catalogue().collectionOrNew(command.namespace());
        int before = collection.indexes().size() + 1;
        command.documents("indexes").stream()
                .map(IndexShape::of)
                .filter(shape -> !shape.parts().equals(IndexShape.ID.parts()))
                .forEach(shape -> storage.catalogue().index(collection, shape));
        return new Document("numIndexesBefore", before)
                .append("numIndexesAfter", collection.indexes().size() + 1)
                .append("createdCollectionAutomatically", isNew)
                .append("ok", 1.0);
    }

    Document dropIndexes(Command command) {
        String name = Fields.required(command.body(), "index", String.class);
        if (name.equals(IndexShape.ID_INDEX)) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        StoredCollection collection = storage.catalogue()
                .collection(command.namespace())
                .filter(there -> there.indexes().stream()
                        .anyMatch(index -> index.shape().name().equals(name)))
                .orElseThrow(() -> new MongoServerError(27, "IndexNotFound", "index not found"));
        storage.catalogue().dropIndex(collection, name);
        return Answers.ok();
    }

    Document drop(Command command) {
        Optional<StoredCollection> collection = storage.catalogue().collection(command.namespace());
        collection.ifPresent(storage.catalogue()::drop);
        return Answers.ok();
    }

    Document dropDatabase(Command command) {
        storage.catalogue().collections().stream()
                .filter(collection -> database(collection.namespace()).equals(command.database()))
                .forEach(storage.catalogue()::drop);
        return Answers.ok();
    }

    private static String database(String namespace) {
        return namespace.substring(0, namespace.indexOf('.'));
    }
}
