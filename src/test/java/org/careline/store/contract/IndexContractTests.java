package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.ListIndexesIterable;
import java.util.ArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making indexes anew at every start, and what tells that a definition has changed. */
class IndexContractTests extends StoreContract {

    private static final String BY_STAGE =
            "{createIndexes: 'things', indexes: [{key: {stage: 1, listed: -1}, name: 'by_stage'}]}";

    @BeforeEach
    void oneIndex() {
        store("{_id: 1, stage: 'NEW', listed: 'a'}");
        told(BY_STAGE);
    }

    @Test
    void theSameOnceMoreChangesNothing() {
        BsonDocument again = database.runCommand(document(BY_STAGE), BsonDocument.class);

        assertThat(again.getNumber("numIndexesBefore").intValue()).isEqualTo(2);
        assertThat(again.getNumber("numIndexesAfter").intValue()).isEqualTo(2);
    }

    @Test
    void aNameWithOtherFieldsIsRefused() {
        assertThat(told("{createIndexes: 'things', indexes: [{key: {stage: 1}, name: 'by_stage'}]}"))
                .isEqualTo(document("{code: 86}"));
        assertThat(told("{createIndexes: 'things', indexes: [{key: {stage: 1, listed: 1}, name: 'by_stage'}]}"))
                .isEqualTo(document("{code: 86}"));
        assertThat(keys()).containsExactly(document("{_id: 1}"), document("{stage: 1, listed: -1}"));
    }

    @Test
    void fieldsWithAnotherNameAreRefused() {
        assertThat(told("{createIndexes: 'things', indexes: [{key: {stage: 1, listed: -1}, name: 'other'}]}"))
                .isEqualTo(document("{code: 85}"));
    }

    @Test
    void aChangedDefinitionIsMadeAfterTheOldOneIsGone() {
        told("{dropIndexes: 'things', index: 'by_stage'}");
        told("{createIndexes: 'things', indexes: [{key: {stage: 1}, name: 'by_stage'}]}");

        assertThat(keys()).containsExactly(document("{_id: 1}"), document("{stage: 1}"));
    }

    @Test
    void thatOfTheIdStaysAndAnUnknownOneIsNotDropped() {
        assertThat(told("{dropIndexes: 'things', index: '_id_'}")).isEqualTo(document("{code: 72}"));
        assertThat(told("{dropIndexes: 'things', index: 'unknown'}")).isEqualTo(document("{code: 27}"));
        assertThat(keys()).containsExactly(document("{_id: 1}"), document("{stage: 1, listed: -1}"));
    }

    private Iterable<BsonDocument> keys() {
        ListIndexesIterable<BsonDocument> all = things.listIndexes(BsonDocument.class);
        return all.map(index -> index.getDocument("key")).into(new ArrayList<>());
    }
}
