package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTests {

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> leads;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(folder, 0, Clock.systemUTC());
        client = MongoClients.create(store.connectionString());
        leads = client.getDatabase("careline").getCollection("leads");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void whatWasWrittenIsThereAfterAnOrderlyEnd() {
        leads.createIndex(Indexes.ascending("lane", "dueAt"));
        leads.insertOne(new Document("_id", "a").append("lane", 1).append("rev", 0));
        leads.updateOne(Filters.and(Filters.eq("_id", "a"), Filters.eq("rev", 0)), Updates.inc("rev", 1));

        reopen();

        assertThat(leads.find(Filters.eq("lane", 1)))
                .containsExactly(new Document("_id", "a").append("lane", 1).append("rev", 1));
        assertThat(leads.listIndexes())
                .extracting(index -> index.get("name"))
                .containsExactly("_id_", "lane_1_dueAt_1");
    }

    @Test
    void guardedUpdateWithAnOldRevisionChangesNothing() {
        leads.insertOne(new Document("_id", "a").append("rev", 3));

        var result = leads.updateOne(Filters.and(Filters.eq("_id", "a"), Filters.eq("rev", 2)), Updates.set("x", 1));

        assertThat(result.getMatchedCount()).isZero();
        assertThat(leads.find()).containsExactly(new Document("_id", "a").append("rev", 3));
    }

    @Test
    void unorderedInsertReportsEachFailureAndKeepsTheRest() {
        leads.insertOne(new Document("_id", 2));
        List<Document> four =
                IntStream.range(0, 4).mapToObj(id -> new Document("_id", id)).toList();

        assertThatThrownBy(() -> leads.insertMany(four, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, failure -> {
                    assertThat(failure.getWriteErrors()).hasSize(1);
                    assertThat(failure.getWriteErrors().get(0).getIndex()).isEqualTo(2);
                    assertThat(failure.getWriteErrors().get(0).getCode()).isEqualTo(11000);
                    assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(3);
                });
        assertThat(leads.countDocuments()).isEqualTo(4);
    }

    @Test
    void unorderedBulkOfGuardedUpdatesCountsThoseThatHeld() {
        leads.insertMany(IntStream.range(0, 10)
                .mapToObj(id -> new Document("_id", id).append("rev", id % 2))
                .toList());
        List<UpdateOneModel<Document>> updates = IntStream.range(0, 10)
                .mapToObj(id -> new UpdateOneModel<Document>(
                        Filters.and(Filters.eq("_id", id), Filters.eq("rev", 0)), Updates.inc("rev", 2)))
                .toList();

        var result = leads.bulkWrite(updates, new com.mongodb.client.model.BulkWriteOptions().ordered(false));

        assertThat(result.getMatchedCount()).isEqualTo(5);
        assertThat(result.getModifiedCount()).isEqualTo(5);
    }

    @Test
    void aFindIsDeliveredInBatches() {
        leads.createIndex(Indexes.ascending("n"));
        leads.insertMany(IntStream.range(0, 1_000)
                .mapToObj(id -> new Document("_id", id).append("n", -id))
                .toList());

        assertThat(leads.find().sort(Sorts.ascending("n")).batchSize(7).into(new ArrayList<>()))
                .extracting(lead -> lead.getInteger("_id"))
                .containsExactlyElementsOf(IntStream.iterate(999, id -> id - 1)
                        .limit(1_000)
                        .boxed()
                        .toList());
        assertThat(leads.find()
                        .sort(Sorts.ascending("unknown", "n"))
                        .limit(300)
                        .batchSize(7)
                        .into(new ArrayList<>()))
                .hasSize(300)
                .extracting(lead -> lead.getInteger("n"))
                .isSorted();
    }

    @Test
    @Holds(Promise.P9)
    void aLeaseIsMadeTakenAndRefused() {
        var mine = Filters.and(Filters.eq("_id", "intake"), Filters.eq("holder", "n1"));

        leads.updateOne(mine, Updates.inc("counter", 1), new UpdateOptions().upsert(true));
        Document lease = leads.findOneAndUpdate(
                mine, Updates.inc("counter", 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));

        assertThat(lease)
                .isEqualTo(new Document("_id", "intake").append("holder", "n1").append("counter", 2));
        assertThatThrownBy(() -> leads.updateOne(
                        Filters.and(Filters.eq("_id", "intake"), Filters.eq("holder", "n2")),
                        Updates.inc("counter", 1),
                        new UpdateOptions().upsert(true)))
                .hasMessageContaining("E11000");
    }

    @Test
    void deletesByListAndRange() {
        leads.insertMany(
                IntStream.range(0, 10).mapToObj(id -> new Document("_id", id)).toList());

        assertThat(leads.deleteMany(Filters.in("_id", 1, 2, 77)).getDeletedCount())
                .isEqualTo(2);
        assertThat(leads.deleteMany(Filters.lt("_id", 5)).getDeletedCount()).isEqualTo(3);
        assertThat(leads.countDocuments(Filters.gte("_id", 6))).isEqualTo(4);
        assertThat(leads.estimatedDocumentCount()).isEqualTo(5);
    }
}
