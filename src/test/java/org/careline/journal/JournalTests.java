package org.careline.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private static final int SEGMENT = 4_096;

    @TempDir
    private Path home;

    @Test
    void entriesAreNumberedFromOneAndReadInOrder() {
        try (Journal journal = Journal.open(home.resolve("journal"), SEGMENT)) {
            assertThat(append(journal, "first")).isEqualTo(1);
            assertThat(append(journal, "")).isEqualTo(2);
            assertThat(append(journal, "third")).isEqualTo(3);

            assertThat(replayed(journal)).containsExactly("1 first", "2 ", "3 third");
            assertThat(journal.lastSequence()).isEqualTo(3);
        }
    }

    @Test
    void numbersGoOnAfterAReopening() {
        Path folder = home.resolve("journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "before");
        }

        try (Journal journal = Journal.open(folder, SEGMENT)) {
            assertThat(append(journal, "after")).isEqualTo(2);
            assertThat(replayed(journal)).containsExactly("1 before", "2 after");
        }
    }

    @Test
    void numbersGoOnWhenEverythingWasDropped() throws IOException {
        Path folder = home.resolve("journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "one");
            append(journal, "two");
            journal.rotate();
            journal.dropThrough(2);
            assertThat(replayed(journal)).isEmpty();
        }

        try (Journal journal = Journal.open(folder, SEGMENT)) {
            assertThat(append(journal, "three")).isEqualTo(3);
        }
        assertThat(names(folder)).containsExactly("0000000000000000003.journal");
    }

    @Test
    void onlyWholeClosedSegmentsAreDropped() {
        try (Journal journal = Journal.open(home.resolve("journal"), SEGMENT)) {
            append(journal, "one");
            append(journal, "two");
            journal.rotate();
            append(journal, "three");

            journal.dropThrough(1);
            assertThat(replayed(journal)).hasSize(3);

            journal.dropThrough(3);
            assertThat(replayed(journal)).containsExactly("3 three");
        }
    }

    @Test
    void aFullSegmentIsClosedAndSynced() throws IOException {
        Path folder = home.resolve("journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "x".repeat(3_000));
            assertThat(journal.syncs()).isZero();

            append(journal, "y".repeat(3_000));

            assertThat(journal.syncs()).isEqualTo(1);
            assertThat(names(folder)).hasSize(2);
            assertThat(journal.bytes()).isEqualTo(2 * (Segment.HEADER_BYTES + Frame.HEADER_BYTES + 3_000L));
        }
    }

    @Test
    void aSyncedEntryNeedsNoSecondSync() {
        try (Journal journal = Journal.open(home.resolve("journal"), SEGMENT)) {
            append(journal, "one");
            long two = append(journal, "two");
            journal.sync(two);
            journal.sync(two);
            journal.sync(1);

            assertThat(journal.syncs()).isEqualTo(1);
        }
    }

    @Test
    void filesAreForTheirOwnerOnly() throws IOException {
        Path folder = home.resolve("journal");
        try (Journal journal = Journal.open(folder, SEGMENT)) {
            append(journal, "private");
        }

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("0000000000000000001.journal"))).isEqualTo("rw-------");
    }

    @Test
    void anEntryOfSeventeenMebibytesIsTheLongest() {
        try (Journal journal = Journal.open(home.resolve("journal"), SEGMENT)) {
            assertThat(journal.append(new byte[Journal.MAX_PAYLOAD])).isEqualTo(1);
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(new byte[Journal.MAX_PAYLOAD + 1]));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.sync(2));
        }
    }

    @Test
    void anInterruptedThreadLeavesTheJournalUsable() {
        try (Journal journal = Journal.open(home.resolve("journal"), SEGMENT)) {
            Thread.currentThread().interrupt();
            journal.sync(append(journal, "interrupted"));
            journal.rotate();

            assertThat(Thread.interrupted()).isTrue();
            journal.sync(append(journal, "after"));
            assertThat(replayed(journal)).containsExactly("1 interrupted", "2 after");
        }
    }

    @Test
    void aClosedJournalTakesNothing() {
        Journal journal = Journal.open(home.resolve("journal"), SEGMENT);
        journal.close();
        journal.close();

        assertThatThrownBy(() -> append(journal, "late"))
                .isInstanceOf(JournalBroken.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> Journal.open(file.resolve("journal"), SEGMENT))
                .isInstanceOf(JournalBroken.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFullDiskAtARotationLeavesTheOldSegmentOpen() throws IOException {
        FaultyFolder folder = new FaultyFolder();
        Journal journal = Journal.open(folder, SEGMENT);
        append(journal, "one");

        folder.leaveRoomFor(10);
        assertThatThrownBy(journal::rotate).isInstanceOf(JournalFull.class);
        folder.leaveRoomFor(Long.MAX_VALUE);
        append(journal, "two");

        assertThat(replayed(Journal.open(folder, SEGMENT))).containsExactly("1 one", "2 two");
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
