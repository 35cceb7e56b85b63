package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Holds(Promise.P2)
class DurabilityTests {

    private static final int WRITES = 400;

    @TempDir
    Path folder;

    @Test
    void eachAcknowledgedWriteHasItsSync() {
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            for (int id = 0; id < 20; id++) {
                long before = storage.journal().syncs();

                insert(commands, id);

                assertThat(storage.journal().syncs()).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void aRepeatIsNotAnsweredBeforeTheFirstIsOnTheDisk() {
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            insert(commands, 1);
            StoredCollection collection =
                    storage.catalogue().collection("test.c").orElseThrow();
            new Writes(collection).insert(new Document("_id", 2));
            long before = storage.journal().syncs();

            Document answer = insert(commands, 2);

            assertThat(Fields.documents(answer, "writeErrors")).hasSize(1);
            assertThat(storage.journal().syncs()).isEqualTo(before + 1);
        }
    }

    @Test
    void aMajorityReadWaitsForWhatItSaw() {
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            insert(commands, 1);
            StoredCollection collection =
                    storage.catalogue().collection("test.c").orElseThrow();
            new Writes(collection).insert(new Document("_id", 2));
            long before = storage.journal().syncs();

            commands.answer(new Document("find", "c").append("$db", "test"));
            assertThat(storage.journal().syncs()).isEqualTo(before);

            commands.answer(new Document("find", "c")
                    .append("readConcern", new Document("level", "majority"))
                    .append("$db", "test"));
            assertThat(storage.journal().syncs()).isEqualTo(before + 1);
        }
    }

    @Test
    void aDamagedJournalGivesAnExactPrefix() throws IOException {
        List<Map<Integer, Integer>> history = history();
        Path original = folder.resolve("original");
        Random random = new Random(20_261_125);
        for (int damage = 0; damage < 12; damage++) {
            Path copy = folder.resolve("copy" + damage);
            copy(original, copy);
            harm(copy, random, damage % 2 == 0);
            try (Storage storage = Storage.open(copy, Clock.systemUTC())) {
                assertThat(history).contains(state(storage));
            }
        }
    }

    /** All states the store went through, and the folder as a kill leaves it. */
    private List<Map<Integer, Integer>> history() throws IOException {
        List<Map<Integer, Integer>> history = new ArrayList<>();
        Map<Integer, Integer> state = new TreeMap<>();
        Path living = folder.resolve("living");
        Random random = new Random(1);
        history.add(new TreeMap<>());
        try (Storage storage = Storage.open(living, Clock.systemUTC())) {
            Commands commands = new Commands(storage);
            commands.answer(new Document("createIndexes", "c")
                    .append("indexes", List.of(new Document("key", new Document("n", 1)).append("name", "n_1")))
                    .append("$db", "test"));
            for (int write = 0; write < WRITES; write++) {
                int id = random.nextInt(100);
                commands.answer(new Document("update", "c")
                        .append(
                                "updates",
                                List.of(new Document("q", new Document("_id", id))
                                        .append("u", new Document("$set", new Document("n", write)))
                                        .append("upsert", true)))
                        .append("$db", "test"));
                state.put(id, write);
                history.add(new TreeMap<>(state));
                if (write == WRITES / 4) {
                    storage.checkpoint();
                    history.clear();
                    history.add(new TreeMap<>(state));
                }
            }
            copy(living, folder.resolve("original"));
        }
        return history;
    }

    /** By scan and by index, which must agree. */
    private static Map<Integer, Integer> state(Storage storage) {
        Map<Integer, Integer> byScan = read(storage, new Document());
        Map<Integer, Integer> byIndex = read(storage, new Document("n", new Document("$gte", 0)));
        assertThat(byIndex).isEqualTo(byScan);
        return byScan;
    }

    private static Map<Integer, Integer> read(Storage storage, Document filter) {
        Document answer = new Commands(storage)
                .answer(new Document("find", "c").append("filter", filter).append("$db", "test"));
        Map<Integer, Integer> state = new TreeMap<>();
        Fields.documents(Fields.required(answer, "cursor", Document.class), "firstBatch")
                .forEach(found -> state.put((Integer) found.get("_id"), (Integer) found.get("n")));
        return state;
    }

    private static void harm(Path store, Random random, boolean cut) throws IOException {
        try (Stream<Path> segments = Files.list(store.resolve("journal"));
                RandomAccessFile file = new RandomAccessFile(
                        segments.max(Path::compareTo).orElseThrow().toFile(), "rw")) {
            long at = (long) (random.nextDouble() * file.length());
            if (cut) {
                file.setLength(at);
            } else {
                file.seek(at);
                int old = file.read();
                file.seek(at);
                file.write(old ^ 1 << random.nextInt(8));
            }
        }
    }

    private static Document insert(Commands commands, int id) {
        return commands.answer(new Document("insert", "c")
                .append("documents", List.of(new Document("_id", id)))
                .append("$db", "test"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
