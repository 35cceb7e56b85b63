package org.careline.store.contract;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;

/**
 * The planted fault as real servers have it: a store that looks whether the revision still is what was read, and replaces
 * the document a moment later whatever it is by then.
 */
final class ChecksFirst implements Meddling {

    private static final long MOMENT = Duration.ofMillis(5).toNanos();

    private final MongoDatabase store;

    ChecksFirst(MongoDatabase store) {
        this.store = store;
    }

    @Override
    public BsonDocument passedOn(BsonDocument command) {
        if (command.getFirstKey().equals("update")) {
            String collection = command.getString("update").getValue();
            command.getArray("updates").forEach(statement -> checked(collection, statement.asDocument()));
            LockSupport.parkNanos(MOMENT);
        }
        return command;
    }

    private void checked(String collection, BsonDocument statement) {
        boolean holds = store.getCollection(collection, BsonDocument.class)
                        .find(statement.getDocument("q"))
                        .first()
                != null;
        if (holds) {
            Unguarded.byIdAlone(statement);
        }
    }
}
