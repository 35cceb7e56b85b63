package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two fields that always change together are never seen apart, by key or by an index that is changing too. */
class TornReadTests {

    private static final int DOCUMENTS = 4;
    private static final int FLIPS = 1_500;

    @TempDir
    Path folder;

    @Test
    void aReaderNeverSeesHalfAFlipNorLosesADocument() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        AtomicBoolean flipping = new AtomicBoolean(true);
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            prepare(commands);
            List<Future<?>> writers = new ArrayList<>();
            List<Future<Long>> readers = new ArrayList<>();
            IntStream.range(0, 2).forEach(writer -> writers.add(threads.submit(() -> flip(storage, writer))));
            IntStream.range(0, 4).forEach(reader -> readers.add(threads.submit(() -> read(commands, flipping))));
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            flipping.set(false);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
            }
        }
        threads.shutdown();
    }

    private static void prepare(Commands commands) {
        commands.answer(new Document("createIndexes", "c")
                .append("indexes", List.of(new Document("key", new Document("a", 1)).append("name", "a_1")))
                .append("$db", "test"));
        commands.answer(new Document("insert", "c")
                .append(
                        "documents",
                        IntStream.range(0, DOCUMENTS)
                                .mapToObj(id -> new Document("_id", id)
                                        .append("a", 0)
                                        .append("filler", "x".repeat(20_000))
                                        .append("b", 0))
                                .toList())
                .append("$db", "test"));
    }

    private static void flip(Storage storage, int writer) {
        Writes writes = new Writes(storage.catalogue().collection("test.c").orElseThrow());
        for (int flip = 1; flip <= FLIPS; flip++) {
            int value = flip;
            Document both = new Document("$set", new Document("a", value).append("b", value))
                    .append(flip % 2 == 0 ? "$unset" : "$max", new Document("extra", flip));
            int id = writer * 2 + flip % 2;
            storage.running(() -> writes.update(new Document("_id", id), both, false));
        }
    }

    private static long read(Commands commands, AtomicBoolean flipping) {
        long reads = 0;
        for (; flipping.get(); reads++) {
            Document answer = commands.answer(new Document("find", "c")
                    .append("filter", reads % 2 == 0 ? new Document("a", new Document("$gte", 0)) : new Document())
                    .append("$db", "test"));
            List<Document> found = Fields.documents(Fields.required(answer, "cursor", Document.class), "firstBatch");
            assertThat(found)
                    .hasSize(DOCUMENTS)
                    .allMatch(document -> Objects.equals(document.get("a"), document.get("b")));
        }
        return reads;
    }
}
