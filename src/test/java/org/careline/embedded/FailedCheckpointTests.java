package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.bson.Document;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoint file fails under a running store. */
class FailedCheckpointTests {

    @TempDir
    Path folder;

    @Test
    @Holds(Promise.P2)
    void theStoreBeginsAnewByItselfWithEverythingThatWasAcknowledged() {
        try (EmbeddedStore store = EmbeddedStore.open(folder, 0, Clock.systemUTC());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> leads = client.getDatabase("careline").getCollection("leads");
            insert(leads, 0, 500);
            store.storage().checkpoint();
            insert(leads, 500, 1_000);

            failsToWrite(store.storage());

            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(MongoException.class)
                    .until(() -> !storageOf(store).failed() && leads.find().first() != null);
            insert(leads, 1_000, 1_001);
            assertThat(IntStream.rangeClosed(0, 1_000))
                    .allMatch(number -> leads.find(new Document("_id", number)).first() != null);
            store.storage().checkpoint();
        }
        try (EmbeddedStore again = EmbeddedStore.open(folder, 0, Clock.systemUTC());
                MongoClient client = MongoClients.create(again.connectionString())) {
            MongoCollection<Document> leads = client.getDatabase("careline").getCollection("leads");
            assertThat(leads.find(new Document("_id", 999)).first()).isNotNull();
            assertThat(leads.find(new Document("_id", 1_000)).first()).isNotNull();
        }
    }

    private static Storage storageOf(EmbeddedStore store) {
        try {
            return store.storage();
        } catch (IllegalStateException reopening) {
            throw new MongoException("not yet", reopening);
        }
    }

    private static void insert(MongoCollection<Document> leads, int from, int to) {
        leads.insertMany(IntStream.range(from, to)
                .mapToObj(number -> new Document("_id", number).append("rev", 1L))
                .toList());
    }

    /** A file channel is closed under a thread that is interrupted while it writes. */
    private static void failsToWrite(Storage storage) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(storage::checkpoint).isInstanceOf(MVStoreException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(storage.failed()).isTrue();
    }
}
