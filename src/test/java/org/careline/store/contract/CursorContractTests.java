package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading more than fits into one batch, while others write. */
class CursorContractTests extends StoreContract {

    private static final int ALL = 250;

    @BeforeEach
    void manyThings() {
        things.insertMany(IntStream.range(0, ALL)
                .mapToObj(id -> new BsonDocument("_id", new BsonInt32(id)).append("at", new BsonInt32(id)))
                .toList());
        told("{createIndexes: 'things', indexes: [{key: {at: 1}, name: 'by_at'}]}");
    }

    @Test
    void batchesFollowEachOtherToTheEnd() {
        BsonDocument first = cursor("{find: 'things', filter: {}, sort: {at: 1}, batchSize: 100}");
        BsonDocument second = more(first.getInt64("id").getValue(), 100);
        BsonDocument third = more(second.getInt64("id").getValue(), 100);

        assertThat(first.getArray("firstBatch")).hasSize(100);
        assertThat(second.getArray("nextBatch")).hasSize(100);
        assertThat(third.getArray("nextBatch")).hasSize(50);
        assertThat(third.getInt64("id").getValue()).isZero();
        assertThat(third.getArray("nextBatch").get(49)).isEqualTo(document("{_id: 249, at: 249}"));
    }

    @Test
    void aLimitThatIsReachedLeavesNoCursor() {
        BsonDocument all = cursor("{find: 'things', filter: {}, sort: {at: 1}, limit: 60, batchSize: 100}");
        BsonDocument one = cursor("{find: 'things', filter: {}, sort: {at: 1}, batchSize: 5, singleBatch: true}");

        assertThat(all.getArray("firstBatch")).hasSize(60);
        assertThat(all.getInt64("id").getValue()).isZero();
        assertThat(one.getArray("firstBatch")).hasSize(5);
        assertThat(one.getInt64("id").getValue()).isZero();
    }

    @Test
    void whatStaysIsReadOnceWhateverOthersWriteMeanwhile() {
        List<Integer> read = new ArrayList<>();
        try (MongoCursor<BsonDocument> cursor =
                things.find().sort(document("{at: 1}")).batchSize(50).iterator()) {
            IntStream.range(0, 50).forEach(next -> read.add(id(cursor.next())));
            things.deleteOne(document("{_id: 120}"));
            things.insertOne(document("{_id: 1000, at: 180}"));
            things.replaceOne(document("{_id: 200}"), document("{_id: 200, at: 10}"));
            things.replaceOne(document("{_id: 130}"), document("{_id: 130, at: 130, rev: 2}"));
            cursor.forEachRemaining(next -> read.add(id(next)));
        }

        List<Integer> stayed = IntStream.range(0, ALL)
                .filter(id -> id != 120 && id != 200)
                .boxed()
                .toList();
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(stayed);
    }

    @Test
    void aCursorThatWasKilledIsGone() {
        long id = cursor("{find: 'things', filter: {}, batchSize: 10}")
                .getInt64("id")
                .getValue();

        BsonDocument killed = database.runCommand(
                document("{killCursors: 'things', cursors: [{$numberLong: '" + id + "'}]}"), BsonDocument.class);

        assertThat(killed.getArray("cursorsKilled")).containsExactly(new BsonInt64(id));
        assertThat(told("{getMore: {$numberLong: '" + id + "'}, collection: 'things'}"))
                .isEqualTo(document("{code: 43}"));
    }

    @Test
    void aReaderThatEndsEarlyHarmsNobody() {
        try (MongoCursor<BsonDocument> early = things.find().batchSize(10).iterator()) {
            assertThat(early.hasNext()).isTrue();
        }

        assertThat(things.find().batchSize(7).into(new ArrayList<>())).hasSize(ALL);
    }

    private BsonDocument cursor(String find) {
        return database.runCommand(document(find), BsonDocument.class).getDocument("cursor");
    }

    private BsonDocument more(long cursor, int batch) {
        return cursor("{getMore: {$numberLong: '" + cursor + "'}, collection: 'things', batchSize: " + batch + "}");
    }

    private static int id(BsonDocument thing) {
        return thing.getInt32("_id").getValue();
    }
}
