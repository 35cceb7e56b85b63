package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path home;

    @Test
    void nothingIsMadeBeforeItsFirstUse() {
        DataFolder folder = DataFolder.at(home.resolve("data"));

        assertThat(home.resolve("data")).doesNotExist();
        assertThat(folder.resolve("journal"))
                .isEqualTo(home.resolve("data/journal"))
                .doesNotExist();
        assertThat(home.resolve("data")).isDirectory();
        folder.close();
    }

    @Test
    void theFolderIsForItsOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.at(home.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFileIsReplacedAsAWholeOrNotAtAll() throws IOException {
        try (DataFolder folder = DataFolder.at(home)) {
            folder.replace("copy", out -> out.write("first".getBytes(StandardCharsets.UTF_8)));

            assertThatThrownBy(() -> folder.replace("copy", out -> {
                        out.write(1);
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(home.resolve("copy")).hasContent("first");
            folder.replace("copy", out -> out.write("second".getBytes(StandardCharsets.UTF_8)));
            assertThat(home.resolve("copy")).hasContent("second");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("copy"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theNodeIdIsMadeOnceAndKept() {
        NodeId first;
        try (DataFolder folder = DataFolder.at(home)) {
            first = folder.nodeId();
            assertThat(folder.nodeId()).isEqualTo(first);
        }

        try (DataFolder folder = DataFolder.at(home)) {
            assertThat(folder.nodeId()).isEqualTo(first);
        }
        assertThat(first.value()).matches("[0-9a-f]{32}");
    }

    @Test
    void aSecondUserOfTheFolderIsRefused() {
        try (DataFolder first = DataFolder.at(home);
                DataFolder second = DataFolder.at(home)) {
            first.path();

            assertThatThrownBy(second::path)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void anotherProcessKeepsTheFolderUntilItEnds() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (DataFolder folder = DataFolder.at(home)) {
            assertThat(holder.getInputStream().read()).isEqualTo('!');

            assertThatThrownBy(folder::path).isInstanceOf(StartRefused.class);
            holder.destroyForcibly().waitFor();
            assertThat(folder.path()).isEqualTo(home);
        }
    }

    @Test
    void aPlaceThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        try (DataFolder folder = DataFolder.at(file)) {
            assertThatThrownBy(folder::path).isInstanceOf(StartRefused.class).hasMessageContaining(file.toString());
        }
    }
}
