package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding by ids and through indexes, in the order asked for, with and without an index that gives it. */
class FindContractTests extends StoreContract {

    private static final String BY_STAGE =
            "{createIndexes: 'things', indexes: [{key: {stage: 1, listed: 1}, name: 'by_stage'}, {key: {at: 1}, name: 'by_at'}]}";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000})
    void thoseWithTheseIdsAreFoundOnce(int wanted) {
        things.insertMany(IntStream.range(0, 1_200)
                .mapToObj(id -> new BsonDocument("_id", new BsonInt32(id)))
                .toList());
        List<BsonInt32> ids =
                IntStream.range(0, wanted).mapToObj(BsonInt32::new).toList();
        BsonArray twice = new BsonArray(ids);
        twice.addAll(ids);
        twice.add(new BsonInt32(5_000));

        List<BsonDocument> found = things.find(new BsonDocument("_id", new BsonDocument("$in", twice)))
                .batchSize(3_000)
                .into(new ArrayList<>());

        assertThat(found).extracting(one -> one.get("_id")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{stage: 'NEW'} | {listed: 1} | 0 | 1 2 3 4",
                "{stage: 'NEW'} | {listed: -1} | 0 | 4 3 2 1",
                "{stage: 'NEW', listed: {$gt: 'b'}} | {listed: 1} | 0 | 3 4",
                "{stage: 'NEW', listed: {$gte: 'b'}} | {listed: 1} | 2 | 2 3",
                "{stage: 'NEW', listed: {$gt: 'a', $lte: 'c'}} | {listed: 1} | 0 | 2 3",
                "{stage: {$in: ['NEW', 'CLOSED', 'NEW']}, listed: {$gt: 'b'}} | {listed: 1} | 0 | 3 4 5",
                "{stage: 'OTHER'} | {listed: 1} | 0 | ''",
                "{listed: {$gt: ''}} | {listed: 1} | 3 | 1 2 3",
                "{$or: [{listed: {$gt: 'b'}}, {listed: 'b', _id: {$gt: 1}}]} | {listed: 1, _id: 1} | 0 | 2 3 4 5",
            })
    void anIndexChangesNoAnswer(String filter, String sort, int limit, String ids) {
        store(
                "{_id: 5, stage: 'CLOSED', listed: 'e'}",
                "{_id: 3, stage: 'NEW', listed: 'c'}",
                "{_id: 1, stage: 'NEW', listed: 'a'}",
                "{_id: 4, stage: 'NEW', listed: 'd'}",
                "{_id: 2, stage: 'NEW', listed: 'b'}");

        assertThat(ids(filter, sort, limit)).isEqualTo(ids);
        told(BY_STAGE);
        assertThat(ids(filter, sort, limit)).isEqualTo(ids);
    }

    @Test
    void ofEqualKeysEachIsFoundOnceInPagesByKeyAndId() {
        store("{_id: 3, at: 1}", "{_id: 1, at: 1}", "{_id: 2, at: 1}", "{_id: 4, at: 2}");
        told(BY_STAGE);

        assertThat(ids("{}", "{at: 1, _id: 1}", 2)).isEqualTo("1 2");
        assertThat(ids("{$or: [{at: {$gt: 1}}, {at: 1, _id: {$gt: 2}}]}", "{at: 1, _id: 1}", 2))
                .isEqualTo("3 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{at: {$lt: {$date: '1970-01-01T00:00:00Z'}}} | 1 2",
                "{at: {$gte: {$date: '1969-12-31T23:59:59.999Z'}}} | 2 3 4",
                "{at: {$lte: {$date: '2026-11-23T14:00:00.123Z'}}} | 1 2 3 4",
                "{at: {$lt: {$date: '2026-11-23T14:00:00.123Z'}}} | 1 2 3",
            })
    void datesAreInOrderAlsoBefore1970(String filter, String ids) {
        store(
                "{_id: 4, at: {$date: '2026-11-23T14:00:00.123Z'}}",
                "{_id: 3, at: {$date: '1970-01-01T00:00:00Z'}}",
                "{_id: 2, at: {$date: '1969-12-31T23:59:59.999Z'}}",
                "{_id: 1, at: {$date: '1938-02-11T00:00:00Z'}}");
        assertThat(ids(filter, "{at: 1}", 0)).isEqualTo(ids);
        told(BY_STAGE);
        assertThat(ids(filter, "{at: 1}", 0)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{at: {$gt: 1}} | 3 4",
                "{at: {$gte: ''}} | 5 6",
                "{at: {$lt: 5}} | 2 3 4",
                "{at: {$lte: {$date: '2027-01-01T00:00:00Z'}}} | 7",
                "{at: null} | 1 8",
                "{at: {$in: [null, 1]}} | 1 2 8",
            })
    void aRangeStaysWithinItsType(String filter, String ids) {
        store(
                "{_id: 1, at: null}",
                "{_id: 2, at: 1}",
                "{_id: 3, at: {$numberLong: '2'}}",
                "{_id: 4, at: 2.5}",
                "{_id: 5, at: ''}",
                "{_id: 6, at: 'text'}",
                "{_id: 7, at: {$date: '2026-11-23T14:00:00Z'}}",
                "{_id: 8}");
        assertThat(ids(filter, "{_id: 1}", 0)).isEqualTo(ids);
        told(BY_STAGE);
        assertThat(ids(filter, "{_id: 1}", 0)).isEqualTo(ids);
    }

    @Test
    void typesHaveTheirOrderToo() {
        store("{_id: 3, at: 'a'}", "{_id: 4, at: {$date: '2026-11-23T14:00:00Z'}}", "{_id: 1}", "{_id: 2, at: 7}");

        assertThat(ids("{}", "{at: 1}", 0)).isEqualTo("1 2 3 4");
        assertThat(ids("{}", "{at: -1}", 0)).isEqualTo("4 3 2 1");
        told(BY_STAGE);
        assertThat(ids("{}", "{at: 1}", 0)).isEqualTo("1 2 3 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{at: 'x'} | 1 2",
                "{at: {$in: ['x', 'z']}} | 1 2 3",
                "{at: {$gt: 'y'}} | 3",
                "{at: ['x', 'y']} | 2",
                "{at: 'nobody'} | ''",
            })
    void aListIsFoundByEachOfItsElementsOnce(String filter, String ids) {
        store("{_id: 1, at: 'x'}", "{_id: 2, at: ['x', 'y']}", "{_id: 3, at: ['y', 'z', 'z']}", "{_id: 4, at: []}");
        assertThat(ids(filter, "{_id: 1}", 0)).isEqualTo(ids);
        told(BY_STAGE);
        assertThat(ids(filter, "{_id: 1}", 0)).isEqualTo(ids);
    }

    @Test
    void aFieldOfAFieldIsFoundByItsPath() {
        store("{_id: 1, work: {stage: 'NEW'}}", "{_id: 2, work: {stage: 'CLOSED'}}", "{_id: 3, work: {}}", "{_id: 4}");
        assertThat(ids("{'work.stage': 'NEW'}", "{_id: 1}", 0)).isEqualTo("1");
        assertThat(ids("{'work.stage': null}", "{_id: 1}", 0)).isEqualTo("3 4");
        told("{createIndexes: 'things', indexes: [{key: {'work.stage': 1}, name: 'by_work'}]}");
        assertThat(ids("{'work.stage': 'NEW'}", "{_id: 1}", 0)).isEqualTo("1");
        assertThat(ids("{'work.stage': null}", "{_id: 1}", 0)).isEqualTo("3 4");
    }

    @Test
    void aCollectionThatIsNotThereIsEmpty() {
        assertThat(database.getCollection("nowhere").find().into(new ArrayList<>()))
                .isEqualTo(Collections.emptyList());
    }

    private String ids(String filter, String sort, int limit) {
        StringBuilder ids = new StringBuilder();
        for (BsonDocument found :
                things.find(document(filter)).sort(document(sort)).limit(limit)) {
            ids.append(ids.isEmpty() ? "" : " ").append(found.getInt32("_id").getValue());
        }
        return ids.toString();
    }
}
