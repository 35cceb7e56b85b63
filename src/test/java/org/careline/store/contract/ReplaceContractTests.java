package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replacing a whole document where its revision still is what was read. */
class ReplaceContractTests extends StoreContract {

    @Test
    void onlyTheRightRevisionIsReplaced() {
        store("{_id: 1, rev: 3, old: 'a'}");

        assertThat(told("{update: 'things', updates: [{q: {_id: 1, rev: 2}, u: {_id: 1, rev: 3, by: 'lost'}}]}"))
                .isEqualTo(document("{n: 0, nModified: 0}"));
        assertThat(told("{update: 'things', updates: [{q: {_id: 2, rev: 3}, u: {_id: 2, rev: 4, by: 'missing'}}]}"))
                .isEqualTo(document("{n: 0, nModified: 0}"));
        assertThat(told("{update: 'things', updates: [{q: {_id: 1, rev: 3}, u: {_id: 1, rev: 4, by: 'held'}}]}"))
                .isEqualTo(document("{n: 1, nModified: 1}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 1, rev: 4, by: 'held'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "{$numberLong: '3'}", "{$numberDouble: '3'}"})
    void aRevisionIsEqualInAllTypesOfNumbers(String rev) {
        store("{_id: 1, rev: {$numberLong: '3'}}", "{_id: 2, rev: 3}");

        assertThat(told("{update: 'things', ordered: false, updates: [" + "{q: {_id: 1, rev: " + rev
                        + "}, u: {rev: 4}}, {q: {_id: 2, rev: " + rev + "}, u: {rev: 4}}]}"))
                .isEqualTo(document("{n: 2, nModified: 2}"));
    }

    @Test
    void theAnswerToManyIsTheirSums() {
        store("{_id: 1, rev: 1}", "{_id: 2, rev: 2}", "{_id: 3, rev: 1}");

        assertThat(told("{update: 'things', ordered: false, updates: [{q: {_id: 1, rev: 1}, u: {rev: 2, by: 'b'}}, "
                        + "{q: {_id: 2, rev: 1}, u: {rev: 2, by: 'b'}}, {q: {_id: 3, rev: 1}, u: {rev: 2, by: 'b'}}, "
                        + "{q: {_id: 4, rev: 1}, u: {rev: 2, by: 'b'}}]}"))
                .isEqualTo(document("{n: 2, nModified: 2}"));

        assertThat(stored())
                .containsExactlyElementsOf(
                        documents("{_id: 1, rev: 2, by: 'b'}", "{_id: 2, rev: 2}", "{_id: 3, rev: 2, by: 'b'}"));
    }

    @Test
    void insertsAndReplacementsOfOneBulkAreToldApart() {
        store("{_id: 1, rev: 1}", "{_id: 2, rev: 1}", "{_id: 3, rev: 2}");

        MongoBulkWriteException partly = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> things.bulkWrite(
                        List.of(
                                insert("{_id: 1, rev: 1, by: 'b'}"),
                                replace("{_id: 2, rev: 1}", "{_id: 2, rev: 2, by: 'b'}"),
                                insert("{_id: 4, rev: 1, by: 'b'}"),
                                replace("{_id: 3, rev: 1}", "{_id: 3, rev: 2, by: 'b'}"),
                                insert("{_id: 5, rev: 1, by: 'b'}")),
                        new BulkWriteOptions().ordered(false)));

        assertThat(partly.getWriteErrors())
                .extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
                .containsExactly(tuple(0, 11_000));
        assertThat(partly.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(partly.getWriteResult().getMatchedCount()).isEqualTo(1);
        assertThat(stored())
                .containsExactlyElementsOf(documents(
                        "{_id: 1, rev: 1}",
                        "{_id: 2, rev: 2, by: 'b'}",
                        "{_id: 3, rev: 2}",
                        "{_id: 4, rev: 1, by: 'b'}",
                        "{_id: 5, rev: 1, by: 'b'}"));
    }

    @Test
    void theSameOnceMoreIsMatchedAndNotModified() {
        store("{_id: 1, rev: 1}");

        assertThat(told("{update: 'things', updates: [{q: {_id: 1, rev: 1}, u: {_id: 1, rev: 1}}]}"))
                .isEqualTo(document("{n: 1, nModified: 0}"));
    }

    @Test
    @BeyondFerretDb("does not do the rest of an unordered command behind an error, and tells no sums")
    void anIdNeverChangesAndTheRestIsDone() {
        store("{_id: 1, rev: 1}", "{_id: 2, rev: 1}");

        assertThat(told("{update: 'things', ordered: false, updates: ["
                        + "{q: {_id: 1, rev: 1}, u: {_id: 9, rev: 2}}, {q: {_id: 2, rev: 1}, u: {_id: 2, rev: 2}}]}"))
                .isEqualTo(document("{n: 1, nModified: 1, errors: [{index: 0, code: 66}]}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 1, rev: 1}", "{_id: 2, rev: 2}"));
    }

    private static WriteModel<BsonDocument> insert(String json) {
        return new InsertOneModel<>(document(json));
    }

    private static WriteModel<BsonDocument> replace(String filter, String json) {
        return new ReplaceOneModel<>(document(filter), document(json));
    }
}
