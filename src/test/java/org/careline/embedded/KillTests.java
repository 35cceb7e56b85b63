package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed from outside at a random instant: what was acknowledged is there, and in its index. */
@Holds(Promise.P2)
class KillTests {

    private static final int CLIENTS = 16;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_125);

    /** Acknowledged: id of the document, how often it was surely updated. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void acknowledgedWritesSurviveTwoKills() throws Exception {
        survives(2, 10, 1);
    }

    @Test
    @Tag("long")
    void acknowledgedWritesSurviveTwentyKills() throws Exception {
        survives(20, 8_000, 4);
    }

    /**
     * @param filler the length of a field, so that much is written and checkpoints fall into the round
     */
    private void survives(int rounds, int filler, int seconds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (StoreRun run = StoreRun.start(folder);
                    MongoClient patient = MongoClients.create(run.connectionString());
                    MongoClient hasty =
                            MongoClients.create(run.connectionString() + "/?serverSelectionTimeoutMS=2000")) {
                MongoCollection<Document> writes = writes(patient);
                writes.createIndex(Indexes.ascending("client", "n"));
                check(writes);
                writeUntilKilled(run, writes(hasty), round, new Fill("x".repeat(filler), seconds));
            }
        }
        try (StoreRun run = StoreRun.start(folder);
                MongoClient client = MongoClients.create(run.connectionString())) {
            check(writes(client));
            assertThat(run.end()).isEqualTo(143);
        }
        assertThat(acknowledged).hasSizeGreaterThan(100 * rounds);
    }

    private static MongoCollection<Document> writes(MongoClient client) {
        return client.getDatabase("careline").getCollection("writes");
    }

    private void writeUntilKilled(StoreRun run, MongoCollection<Document> writes, int round, Fill fill)
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> ends = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String name = round + "-" + client;
            ends.add(clients.submit(() -> write(writes, name, fill.text)));
        }
        boolean ended = run.process().waitFor(800 + random.nextInt(1_500 * fill.seconds), TimeUnit.MILLISECONDS);
        assertThat(ended).isFalse();
        run.kill();
        for (Future<?> end : ends) {
            end.get(30, TimeUnit.SECONDS);
        }
        clients.shutdown();
    }

    private void write(MongoCollection<Document> writes, String client, String filler) {
        try {
            for (int n = 0; true; n++) {
                String id = client + "-" + n;
                writes.insertOne(new Document("_id", id)
                        .append("client", client)
                        .append("n", n)
                        .append("rev", 0)
                        .append("filler", filler));
                acknowledged.put(id, 0);
                writes.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("rev", 0)), Updates.inc("rev", 1));
                acknowledged.put(id, 1);
            }
        } catch (MongoException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private void check(MongoCollection<Document> writes) {
        Map<String, Integer> byIndex = new ConcurrentHashMap<>();
        writes.find(Filters.gte("client", ""))
                .projection(Projections.include("rev"))
                .forEach(found -> byIndex.put(found.getString("_id"), found.getInteger("rev")));
        Map<String, Integer> byScan = new ConcurrentHashMap<>();
        writes.find()
                .projection(Projections.include("rev"))
                .forEach(found -> byScan.put(found.getString("_id"), found.getInteger("rev")));
        assertThat(byIndex).isEqualTo(byScan);
        acknowledged.forEach(
                (id, rev) -> assertThat(byScan.get(id)).as(id).isNotNull().isGreaterThanOrEqualTo(rev));
    }

    /** What is written into each document, and how long a round may last. */
    private record Fill(String text, int seconds) {}
}
