package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
