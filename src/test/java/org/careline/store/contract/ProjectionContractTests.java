package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading only some fields. */
class ProjectionContractTests extends StoreContract {

    @BeforeEach
    void oneThing() {
        store(
                "{_id: 1, rev: 2, work: {stage: 'NEW', due: [{what: 'CALL', at: 1}, {at: 2}]}, words: ['a', 'b'], none: null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rev: 1} | {_id: 1, rev: 2}",
                "{_id: 1} | {_id: 1}",
                "{rev: true, nothing: 1, none: 1} | {_id: 1, rev: 2, none: null}",
                "{_id: 0, rev: 1} | {rev: 2}",
                "{'work.stage': 1} | {_id: 1, work: {stage: 'NEW'}}",
                "{'work.due.what': 1, _id: 0} | {work: {due: [{what: 'CALL'}, {}]}}",
                "{words: 1, _id: 0} | {words: ['a', 'b']}",
                "{'words.x': 1, _id: 0} | {words: []}",
                "{_id: 0} | {rev: 2, work: {stage: 'NEW', due: [{what: 'CALL', at: 1}, {at: 2}]}, words: ['a', 'b'], none: null}",
            })
    void onlyWhatWasAskedForIsHandedOut(String projection, String expected) {
        List<BsonDocument> found =
                things.find().projection(document(projection)).into(new ArrayList<>());

        assertThat(found).containsExactly(document(expected));
    }

    @Test
    void aProjectionChangesNothingStored() {
        things.find().projection(document("{_id: 0}")).into(new ArrayList<>());

        assertThat(stored()).hasSize(1).allMatch(thing -> thing.containsKey("_id"));
    }
}
