package org.careline.store.contract;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/** Writers that all want the same document. Each call leaves the collection with that document alone. */
final class Contenders {

    private static final BsonInt32 ONE = new BsonInt32(1);
    private static final BsonDocument ID = new BsonDocument("_id", ONE);

    private final MongoCollection<BsonDocument> things;

    Contenders(MongoCollection<BsonDocument> things) {
        this.things = things;
    }

    /**
     * What they were told, and what became of it.
     *
     * @param told how many writes were said to hold
     * @param rev where the document got to
     */
    record Counted(long told, long rev) {

        /** Writes that were said to hold and did not. */
        long lost() {
            return told - rev;
        }
    }

    /** Each reads the document and replaces what it read, again and again. */
    Counted count(int writers, int attempts) {
        begin();
        List<Long> held = Together.all(
                writers,
                number -> IntStream.range(0, attempts)
                        .filter(attempt -> replaces(read(), number))
                        .count());
        return new Counted(held.stream().mapToLong(Long::longValue).sum(), read());
    }

    /** Two read the same lease and both take it: how many were told that they have it, round by round. */
    List<Long> rounds(int rounds) {
        begin();
        return IntStream.range(0, rounds)
                .mapToObj(round -> {
                    long seen = read();
                    return Together.all(2, number -> replaces(seen, number)).stream()
                            .filter(held -> held)
                            .count();
                })
                .toList();
    }

    /** All insert the same id: how many were told that it held. */
    long inserts(int writers) {
        things.deleteMany(ID);
        return Together.all(writers, this::inserted).stream()
                .filter(held -> held)
                .count();
    }

    private boolean inserted(int number) {
        try {
            things.insertOne(document(1, number));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getCode() != 11_000) {
                throw refused;
            }
            return false;
        }
    }

    private void begin() {
        things.deleteMany(ID);
        things.insertOne(document(0, 0));
    }

    private long read() {
        return Objects.requireNonNull(things.find(ID).first()).getInt64("rev").getValue();
    }

    private boolean replaces(long rev, int by) {
        BsonDocument seen = ID.clone().append("rev", new BsonInt64(rev));
        return things.replaceOne(seen, document(rev + 1, by)).getMatchedCount() == 1;
    }

    private static BsonDocument document(long rev, int by) {
        return ID.clone().append("rev", new BsonInt64(rev)).append("by", new BsonInt32(by));
    }
}
