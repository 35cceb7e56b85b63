package org.careline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.careline.settings.ClinicFiles;
import org.junit.jupiter.api.Test;

class PhraseScanTests {

    private static final PhraseScan SCAN =
            PhraseScan.of(ClinicFiles.shipped().read("crisis-phrases", CrisisPhrases.class));

    @Test
    void whatTellsOfDangerIsHeard() throws IOException {
        assertThat(sentences("heard")).allSatisfy(sentence -> assertThat(SCAN.in(sentence)).as(sentence).isPresent());
    }

    @Test
    void whatOnlySoundsLikeItIsNot() throws IOException {
        assertThat(sentences("harmless")).allSatisfy(sentence -> assertThat(SCAN.in(sentence)).as(sentence).isEmpty());
    }

    private static List<String> sentences(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/safety", file + ".txt"));
    }
}
