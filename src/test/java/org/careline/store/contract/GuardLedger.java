package org.careline.store.contract;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * Counts, for all nodes together, how many inserts and replacements the store said to hold, collection by collection. Each
 * adds one to one {@code rev}: where more held than all {@code rev} together say, one undid another.
 */
final class GuardLedger implements Meddling {

    /** Guarded, and never deleted in the time that a test takes. */
    private static final Set<String> GUARDED = Set.of("leads", "touches", "acts", "inquiries", "contactPoints");

    private final Map<String, LongAdder> told = new ConcurrentHashMap<>();

    @Override
    public Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
        String name = command.getFirstKey();
        if (Set.of("insert", "update").contains(name) && answer.containsKey("n")) {
            told.computeIfAbsent(command.getString(name).getValue(), one -> new LongAdder())
                    .add(answer.getNumber("n").longValue());
        }
        return Optional.of(answer);
    }

    /** How many writes that were said to hold were undone until now; less than that while others are writing. */
    long lost(MongoDatabase store) {
        long lost = 0;
        for (String collection : GUARDED) {
            long before = told.getOrDefault(collection, new LongAdder()).sum();
            lost += Math.max(0, before - revisions(store, collection));
        }
        return lost;
    }

    private static long revisions(MongoDatabase store, String collection) {
        long sum = 0;
        for (BsonDocument one :
                store.getCollection(collection, BsonDocument.class).find()) {
            sum += one.getNumber("rev", new BsonInt64(0)).longValue();
        }
        return sum;
    }
}
