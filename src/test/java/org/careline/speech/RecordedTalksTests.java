package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.careline.settings.ClinicFiles;
import org.careline.settings.Words;
import org.junit.jupiter.api.Test;

class RecordedTalksTests {

    @Test
    void theWordsNameTheirKey() {
        RecordedTalks shipped = ClinicFiles.shipped().read("recording", RecordedTalks.class);
        Words silent = new Words("We record.", "Grabamos.");

        assertThat(shipped.recordTalks()).isFalse();
        assertThat(shipped.slips()).isEmpty();
        assertThat(new RecordedTalks(true, false, "1", silent, silent).slips())
                .extracting(slip -> slip.key())
                .containsExactly("announcement.en", "announcement.es");
        assertThat(Arrays.stream(Key.values()).map(key -> key.digit)).doesNotHaveDuplicates();
    }
}
