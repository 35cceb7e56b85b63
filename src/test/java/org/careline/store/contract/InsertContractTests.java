package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Inserting: the id is the only thing that is unique, and every duplicate is told by its place. */
class InsertContractTests extends StoreContract {

    @Test
    void anUnorderedInsertTellsItsDuplicatesAndStoresTheRest() {
        store("{_id: 2, by: 'a'}", "{_id: 4, by: 'a'}");

        assertThat(
                        told(
                                "{insert: 'things', ordered: false, documents: ["
                                        + "{_id: 1, by: 'b'}, {_id: 2, by: 'b'}, {_id: 3, by: 'b'}, {_id: 4, by: 'b'}, {_id: 5, by: 'b'}]}"))
                .isEqualTo(document("{n: 3, errors: [{index: 1, code: 11000}, {index: 3, code: 11000}]}"));

        assertThat(stored())
                .containsExactlyElementsOf(documents(
                        "{_id: 1, by: 'b'}",
                        "{_id: 2, by: 'a'}",
                        "{_id: 3, by: 'b'}",
                        "{_id: 4, by: 'a'}",
                        "{_id: 5, by: 'b'}"));
    }

    @Test
    void anOrderedInsertStopsAtItsFirstDuplicate() {
        store("{_id: 2, by: 'a'}");

        assertThat(told("{insert: 'things', documents: [{_id: 1, by: 'b'}, {_id: 2, by: 'b'}, {_id: 3, by: 'b'}]}"))
                .isEqualTo(document("{n: 1, errors: [{index: 1, code: 11000}]}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 1, by: 'b'}", "{_id: 2, by: 'a'}"));
    }

    @Test
    void anIdIsOneInAllTypesOfNumbers() {
        assertThat(told("{insert: 'things', ordered: false, documents: ["
                        + "{_id: 7}, {_id: {$numberLong: '7'}}, {_id: {$numberDouble: '7'}}]}"))
                .isEqualTo(document("{n: 1, errors: [{index: 1, code: 11000}, {index: 2, code: 11000}]}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 7}"));
    }

    @Test
    void textAndNumberAndCaseAreDifferentIds() {
        assertThat(
                        told(
                                "{insert: 'things', ordered: false, documents: [{_id: '1'}, {_id: 1}, {_id: 'a'}, {_id: 'A'}]}"))
                .isEqualTo(document("{n: 4}"));
    }

    @Test
    void duplicatesWithinOneInsertAreToldToo() {
        assertThat(told("{insert: 'things', ordered: false, documents: [{_id: 1, by: 'a'}, {_id: 1, by: 'b'}]}"))
                .isEqualTo(document("{n: 1, errors: [{index: 1, code: 11000}]}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 1, by: 'a'}"));
    }
}
