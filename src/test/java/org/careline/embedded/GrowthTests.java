package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 20,000 documents of 1 KB, updated at random for ever: the file must stop growing. */
class GrowthTests {

    private static final Logger LOG = LoggerFactory.getLogger(GrowthTests.class);

    private static final int DOCUMENTS = 20_000;
    private static final int ROUNDS = 10;
    private static final int UPDATES = 40_000;
    private static final int BATCH = 500;
    private static final long CHECKPOINT_BYTES = 32L << 20;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_125);

    @Test
    @Tag("long")
    void theFileStopsGrowing() throws IOException {
        List<Long> sizes = new ArrayList<>();
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            for (int from = 0; from < DOCUMENTS; from += BATCH) {
                write(storage, commands, IntStream.range(from, from + BATCH));
            }
            sizes.add(size());
            for (int round = 0; round < ROUNDS; round++) {
                for (int done = 0; done < UPDATES; done += BATCH) {
                    write(storage, commands, random.ints(BATCH, 0, DOCUMENTS));
                }
                sizes.add(size());
                LOG.warn("{} updates: checkpoint and journal have {} MB", (round + 1) * UPDATES, size() >> 20);
            }
        }
        LOG.warn("sizes in MB after each {} updates: {}; closed: {}", UPDATES, megabytes(sizes), size() >> 20);
        assertThat(average(sizes.subList(ROUNDS / 2 + 1, ROUNDS + 1)))
                .isLessThan(1.25 * average(sizes.subList(1, ROUNDS / 2 + 1)));
    }

    private static double average(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private void write(Storage storage, Commands commands, IntStream ids) {
        List<Document> updates = ids.mapToObj(id -> new Document("q", new Document("_id", id))
                        .append(
                                "u",
                                new Document("$set", new Document("n", random.nextInt()).append("filler", filler())))
                        .append("upsert", true))
                .toList();
        commands.answer(new Document("update", "c").append("updates", updates).append("$db", "test"));
        if (storage.unsaved() > CHECKPOINT_BYTES) {
            storage.checkpoint();
        }
    }

    /** Letters that differ, lest a file system makes the file small. */
    private String filler() {
        return random.ints(950, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private long size() throws IOException {
        long size = Files.size(folder.resolve("checkpoint.mv"));
        try (var segments = Files.list(folder.resolve("journal"))) {
            for (Path segment : segments.toList()) {
                size += Files.size(segment);
            }
        }
        return size;
    }

    private static List<Long> megabytes(List<Long> sizes) {
        return sizes.stream().map(size -> size >> 20).toList();
    }
}
