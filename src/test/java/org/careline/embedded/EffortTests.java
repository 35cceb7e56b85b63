package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Careline does all day costs the same at any size: entries examined are counted, not milliseconds. */
class EffortTests {

    private static final int BATCH = 1_000;

    @TempDir
    Path folder;

    @Test
    void theDailyWorkExaminesAsManyEntriesInFiftyThousandAsInAThousand() {
        assertThat(efforts(50_000)).isEqualTo(efforts(1_000));
    }

    @Test
    @Tag("long")
    void theDailyWorkExaminesAsManyEntriesInAMillionAsInAThousand() {
        assertThat(efforts(1_000_000)).isEqualTo(efforts(1_000));
    }

    private List<Long> efforts(int size) {
        try (Storage storage = Storage.open(folder.resolve("with-" + size), Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            fill(storage, commands, size);
            List<Long> efforts = new ArrayList<>();
            for (Document work : work(size)) {
                long before = storage.examined().sum();
                Document answer = commands.answer(work.append("$db", "test"));
                assertThat(answer.get("ok")).as(work.toString()).isEqualTo(1.0);
                efforts.add(storage.examined().sum() - before);
            }
            assertThat(efforts).allMatch(effort -> effort <= 60);
            return efforts;
        }
    }

    private static List<Document> work(int size) {
        Document guarded = new Document("_id", id(size / 2)).append("rev", 0);
        Document bump = new Document("$inc", new Document("rev", 1));
        Document keyset = new Document("lane", "L3")
                .append(
                        "$or",
                        List.of(
                                new Document("dueAt", new Document("$gt", at(500))),
                                new Document("dueAt", at(500)).append("_id", new Document("$gt", id(3)))));
        return List.of(
                new Document("update", "leads")
                        .append("updates", List.of(new Document("q", guarded).append("u", bump))),
                new Document("findAndModify", "leads")
                        .append("query", new Document("_id", id(1)))
                        .append("update", bump),
                find(new Document("_id", new Document("$in", List.of(id(1), id(2), id(size - 1)))), new Document(), 0),
                find(new Document("dueAt", new Document("$lte", at(100_000_000))), new Document("dueAt", 1), 50),
                find(
                        new Document("state", "OPEN"),
                        new Document("lane", 1).append("dueAt", 1).append("_id", 1),
                        50),
                find(keyset, new Document("lane", 1).append("dueAt", 1).append("_id", 1), 50),
                find(
                        new Document("lane", new Document("$in", List.of("L1", "L2"))),
                        new Document("dueAt", 1).append("_id", 1),
                        50),
                find(new Document("points", "tel:" + size / 3), new Document(), 0));
    }

    private static Document find(Document filter, Document sort, int limit) {
        return new Document("find", "leads")
                .append("filter", filter)
                .append("sort", sort)
                .append("limit", limit);
    }

    private static void fill(Storage storage, Commands commands, int size) {
        commands.answer(new Document("createIndexes", "leads")
                .append(
                        "indexes",
                        List.of(
                                index("due", new Document("dueAt", 1)),
                                index(
                                        "lane",
                                        new Document("lane", 1)
                                                .append("dueAt", 1)
                                                .append("_id", 1)),
                                index(
                                        "queue",
                                        new Document("state", 1)
                                                .append("lane", 1)
                                                .append("dueAt", 1)
                                                .append("_id", 1)),
                                index("points", new Document("points", 1))))
                .append("$db", "test"));
        for (int from = 0; from < size; from += BATCH) {
            List<Document> batch = IntStream.range(from, from + BATCH)
                    .mapToObj(EffortTests::lead)
                    .toList();
            commands.answer(
                    new Document("insert", "leads").append("documents", batch).append("$db", "test"));
            if (storage.unsaved() > 32 << 20) {
                storage.checkpoint();
            }
        }
    }

    private static Document index(String name, Document key) {
        return new Document("key", key).append("name", name);
    }

    private static Document lead(int n) {
        return new Document("_id", id(n))
                .append("rev", 0)
                .append("state", "OPEN")
                .append("lane", "L" + n % 7)
                .append("dueAt", at(n))
                .append("points", List.of("tel:" + n, "mail:" + n));
    }

    private static String id(int n) {
        return "lead-" + n;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
