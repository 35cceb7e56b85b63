package org.careline.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/**
 * Durable inserts of about 1 KB with two secondary indexes, beside a bare append and sync of 1 KB, in one run. Client
 * and server share the machine; compare ratios, not rates. Arguments: a folder on the disk in question.
 */
final class StoreBenchmark {

    private static final long SECONDS = 5;
    private static final String FILLER = "x".repeat(900);

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "benchmark");
        System.out.printf("bare append + sync, 1 thread: %d/s%n", bare(folder.resolve("bare")));
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"), 0, Clock.systemUTC());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> leads = client.getDatabase("careline").getCollection("leads");
            leads.createIndex(Indexes.ascending("lane", "dueAt"));
            leads.createIndex(Indexes.ascending("owner"));
            inserts(leads, 8);
            for (int clients : List.of(1, 8, 32, 1, 8, 32)) {
                long syncs = store.storage().journal().syncs();
                long rate = inserts(leads, clients);
                long synced = (store.storage().journal().syncs() - syncs) / SECONDS;
                System.out.printf("%2d clients: %5d inserts/s with %5d syncs/s%n", clients, rate, synced);
            }
        }
        System.out.printf("bare append + sync, 1 thread: %d/s%n", bare(folder.resolve("bare")));
    }

    private static long bare(Path file) throws IOException {
        byte[] record = new byte[1024];
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        long written = 0;
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (; System.nanoTime() < until; written++) {
                out.write(record);
                out.getChannel().force(false);
            }
        }
        return written / SECONDS;
    }

    private static final AtomicLong IDS = new AtomicLong();

    private static long inserts(MongoCollection<Document> leads, int clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicLong done = new AtomicLong();
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Future<?>> ends = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            ends.add(threads.submit(() -> {
                while (System.nanoTime() < until) {
                    long id = IDS.incrementAndGet();
                    leads.insertOne(new Document("_id", "lead-" + id * 7919 % 1_000_003 + "-" + id)
                            .append("lane", "L" + id % 7)
                            .append("dueAt", id)
                            .append("owner", "c" + id % 12)
                            .append("rev", 0)
                            .append("filler", FILLER));
                    done.incrementAndGet();
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
        return done.get() / SECONDS;
    }
}
