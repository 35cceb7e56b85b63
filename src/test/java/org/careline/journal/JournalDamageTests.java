package org.careline.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Holds(Promise.P2)
class JournalDamageTests {

    private static final int SEGMENT = 4_096;

    @TempDir
    private Path home;

    @Test
    void aBrokenTailIsSetAsideAndTheJournalGoesOn() throws IOException {
        Path folder = home.resolve("journal");
        Path file = folder.resolve("0000000000000000001.journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "good");
            append(journal, "bad");
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        try (Journal journal = Journal.open(folder, SEGMENT)) {
            assertThat(replayed(journal)).containsExactly("1 good");
            assertThat(append(journal, "new")).isGreaterThan(2);
        }
        assertThat(Files.readAllBytes(folder.resolve(file.getFileName() + ".broken-1")))
                .hasSize(Frame.HEADER_BYTES + 3)
                .endsWith((byte) 'b', (byte) 'a', (byte) 'e');
        assertThat(permissions(folder.resolve(file.getFileName() + ".broken-1")))
                .isEqualTo("rw-------");
    }

    @Test
    void aMissingSegmentEndsTheHistory() throws IOException {
        Path folder = home.resolve("journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "one");
            journal.rotate();
            append(journal, "two");
            journal.rotate();
            append(journal, "three");
        }
        Files.delete(folder.resolve("0000000000000000002.journal"));

        try (Journal journal = Journal.open(folder, SEGMENT)) {
            assertThat(replayed(journal)).containsExactly("1 one");
            assertThat(append(journal, "four")).isGreaterThan(3);
        }
        assertThat(names(folder)).contains("0000000000000000003.journal.broken-1");
    }

    @Test
    void whatIsSyncedAfterADeadStartSurvivesAPowerCut() throws IOException {
        for (int steps = 0; steps < 6; steps++) {
            for (int seed = 0; seed < 20; seed++) {
                FaultyFolder folder = new FaultyFolder();
                folder.dieAfter(steps);
                assertThatIOException().isThrownBy(() -> Journal.open(folder, SEGMENT));
                folder.kill();
                Journal journal = Journal.open(folder, SEGMENT);
                journal.sync(append(journal, "promised"));

                folder.losePower(new Random(seed));

                assertThat(replayed(Journal.open(folder, SEGMENT)))
                        .as("dead after %d steps, seed %d", steps, seed)
                        .containsExactly("1 promised");
            }
        }
    }

    private static long append(Journal journal, String text) {
        return journal.append(text.getBytes(UTF_8));
    }

    private static List<String> replayed(Journal journal) {
        List<String> entries = new ArrayList<>();
        journal.replay(entry -> entries.add(entry.sequence() + " " + new String(entry.payload(), UTF_8)));
        return entries;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
