package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreProcessTests {

    @TempDir
    Path folder;

    @Test
    void saysOneLineAndEndsOnATermSignal() throws Exception {
        try (StoreRun run = StoreRun.start(folder)) {
            assertThat(run.line())
                    .startsWith("Careline store ready at mongodb://127.0.0.1:")
                    .endsWith(" in " + folder);
            assertThat(run.end()).isEqualTo(143);
            assertThat(run.rest()).isEmpty();
        }
    }

    @Test
    void makesAPasswordAndSaysWhereItIsAndNotWhatItIs() throws Exception {
        Path file = folder.resolve("store-password");
        String password;
        try (StoreRun run = StoreRun.start(folder, "", new String[0])) {
            password = Files.readString(file).strip();
            assertThat(run.line())
                    .endsWith(" in " + folder + "; its password is in " + file)
                    .doesNotContain(password);
            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            assertThat(password).matches("[0-9a-f]{64}");
            run.end();
        }
        try (StoreRun again = StoreRun.start(folder, "", new String[0]);
                MongoClient client = MongoClients.create(
                        again.connectionString().replace(StoreRun.PASSWORD, password) + "/careline")) {
            assertThat(client.getDatabase("careline").getCollection("c").countDocuments())
                    .isZero();
        }
    }

    @Test
    void refusesAPasswordThatCanBeGuessedAndAFolderThatOthersMayEnter() throws Exception {
        try (StoreRun run = StoreRun.start(folder, "clinic1", new String[0])) {
            assertThat(run.line())
                    .startsWith("careline.store.password: found a text of 7 letters")
                    .contains("128 random bits", "openssl rand -hex 32")
                    .doesNotContain("clinic1");
            assertThat(run.process().waitFor()).isEqualTo(1);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (StoreRun run = StoreRun.start(folder)) {
            assertThat(run.line()).startsWith(folder + ": found mode rwxr-xr-x");
            assertThat(run.process().waitFor()).isEqualTo(1);
        }
    }

    @Test
    void refusesASecondProcessOnItsFolder() throws Exception {
        try (StoreRun first = StoreRun.start(folder);
                StoreRun second = StoreRun.start(folder)) {
            assertThat(second.line()).contains("is in use by another Careline process");
            assertThat(second.process().waitFor()).isEqualTo(1);
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void refusesAnotherDatabase() throws Exception {
        try (StoreRun run = StoreRun.start(folder, "--spring.mongodb.uri=mongodb://localhost/careline")) {
            assertThat(run.line()).startsWith("spring.mongodb.uri is set, but a store process is the store itself.");
            assertThat(run.process().waitFor()).isEqualTo(1);
            assertThat(folder).isEmptyDirectory();
        }
    }
}
