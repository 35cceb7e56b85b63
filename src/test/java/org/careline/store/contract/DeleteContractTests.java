package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleting by id, which is how sweeps delete. */
class DeleteContractTests extends StoreContract {

    @BeforeEach
    void threeThings() {
        store("{_id: 'a', rev: 1}", "{_id: 'b', rev: 2}", "{_id: 'c', rev: 1}");
    }

    @Test
    void oneIsDeletedByItsId() {
        assertThat(told("{delete: 'things', deletes: [{q: {_id: 'b'}, limit: 1}]}"))
                .isEqualTo(document("{n: 1}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 'a', rev: 1}", "{_id: 'c', rev: 1}"));
    }

    @Test
    void nothingIsDeletedTwice() {
        assertThat(told("{delete: 'things', deletes: [{q: {_id: 'x'}, limit: 1}]}"))
                .isEqualTo(document("{n: 0}"));
        assertThat(told("{delete: 'things', ordered: false, deletes: ["
                        + "{q: {_id: 'a'}, limit: 1}, {q: {_id: 'a'}, limit: 1}, {q: {_id: 'c'}, limit: 1}]}"))
                .isEqualTo(document("{n: 2}"));

        assertThat(stored()).containsExactlyElementsOf(documents("{_id: 'b', rev: 2}"));
    }

    @Test
    void anotherRevisionIsLeftAlone() {
        assertThat(told("{delete: 'things', deletes: [{q: {_id: 'b', rev: 1}, limit: 1}]}"))
                .isEqualTo(document("{n: 0}"));
    }

    @Test
    void manyIdsAreOneDelete() {
        assertThat(told("{delete: 'things', deletes: [{q: {_id: {$in: ['a', 'c', 'x']}}, limit: 0}]}"))
                .isEqualTo(document("{n: 2}"));
    }

    @Test
    void aCollectionThatIsNotThereHoldsNothing() {
        assertThat(told("{delete: 'nowhere', deletes: [{q: {_id: 'a'}, limit: 1}]}"))
                .isEqualTo(document("{n: 0}"));
    }
}
