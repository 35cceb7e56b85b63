package org.careline.store.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.careline.store.DeclaredIndex;
import org.junit.jupiter.api.Test;

/** One failing example for each guard proves that it bites. */
class StoreGuardsTests {

    private static final List<DeclaredIndex> INDEXES = List.of(
            DeclaredIndex.ascending("leads", "by_stage", "stage", "listed"),
            DeclaredIndex.ascending("leads", "by_place", "next.place"));

    @Test
    void aCommandOutsideTheStableApiIsFound() {
        assertThat(CommandRules.faults(command("{mapReduce: 'leads'}"))).isNotEmpty();
    }

    @Test
    void aFieldOutsideTheStableApiIsFound() {
        assertThat(CommandRules.faults(command("{find: 'leads', filter: {_id: 'a'}, showRecordId: true}")))
                .isNotEmpty();
    }

    @Test
    void aWriteThatNamesNoIdIsFound() {
        assertThat(CommandRules.faults(command("{update: 'leads', updates: [{q: {rev: 1}, u: {$set: {a: 1}}}]}")))
                .isNotEmpty();
        assertThat(CommandRules.faults(command("{delete: 'leads', deletes: [{q: {_id: {$gt: 'a'}}, limit: 0}]}")))
                .isNotEmpty();
        assertThat(CommandRules.faults(command("{findAndModify: 'leases', query: {holder: 'a'}, update: {a: 1}}")))
                .isNotEmpty();
    }

    @Test
    void aWriteToManyDocumentsIsFound() {
        assertThat(CommandRules.faults(
                        command("{update: 'leads', updates: [{q: {_id: 'a'}, u: {$set: {a: 1}}, multi: true}]}")))
                .isNotEmpty();
    }

    @Test
    void aGuardedReplacementPasses() {
        assertThat(CommandRules.faults(
                        command("{update: 'leads', updates: [{q: {_id: 'a', rev: 3}, u: {rev: 4}}], ordered: false, "
                                + "writeConcern: {w: 'majority'}}")))
                .isEmpty();
    }

    @Test
    void aReadOfLessThanAMajorityIsFound() {
        assertThat(CommandRules.faults(command("{find: 'leads', filter: {_id: 'a'}}")))
                .isNotEmpty();
        assertThat(CommandRules.faults(command("{find: 'leads', filter: {_id: 'a'}, readConcern: {level: 'local'}}")))
                .isNotEmpty();
        assertThat(CommandRules.faults(
                        command("{find: 'leads', filter: {_id: 'a'}, readConcern: {level: 'majority'}}")))
                .isEmpty();
    }

    @Test
    void aWriteForLessThanAMajorityIsFound() {
        assertThat(CommandRules.faults(
                        command("{insert: 'leads', documents: [{_id: 'a'}], ordered: false, writeConcern: {w: 1}}")))
                .isNotEmpty();
    }

    @Test
    void aFilterWithoutAnIndexIsFound() {
        assertThat(IndexRules.fault(command("{find: 'leads', filter: {language: 'es'}}"), INDEXES))
                .isPresent();
    }

    @Test
    void aSortThatTheIndexDoesNotGiveIsFound() {
        assertThat(IndexRules.fault(command("{find: 'leads', filter: {stage: 'NEW'}, sort: {closing: 1}}"), INDEXES))
                .isPresent();
        assertThat(IndexRules.fault(command("{find: 'leads', filter: {}, sort: {listed: 1}}"), INDEXES))
                .isPresent();
    }

    @Test
    void aWholeCollectionIsFound() {
        assertThat(IndexRules.fault(command("{find: 'leads', filter: {}}"), INDEXES))
                .isPresent();
    }

    @Test
    void equalityThenSortThenRangePasses() {
        assertThat(IndexRules.fault(
                        command("{find: 'leads', filter: {stage: 'NEW', listed: {$gt: 'x'}}, sort: {listed: 1}}"),
                        INDEXES))
                .isEmpty();
        assertThat(IndexRules.fault(
                        command("{find: 'leads', filter: {'next.place': {$gt: 'x'}}, sort: {'next.place': 1}}"),
                        INDEXES))
                .isEmpty();
    }

    @Test
    void idsNeedNoFurtherIndex() {
        assertThat(IndexRules.fault(command("{find: 'leads', filter: {_id: {$in: ['a', 'b']}}}"), INDEXES))
                .isEmpty();
    }

    private static BsonDocument command(String json) {
        return BsonDocument.parse(json);
    }
}
