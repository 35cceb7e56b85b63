package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.careline.settings.ClinicFiles;
import org.careline.settings.LocalizedText;
import org.junit.jupiter.api.Test;

class RecordedTalksTests {

    @Test
    void theWordsNameTheirKey() {
        RecordedTalks shipped = ClinicFiles.shipped().read("recording", RecordedTalks.class);
        LocalizedText silent = new LocalizedText("We record.", "Grabamos.");

        assertThat(shipped.recordTalks()).isFalse();
        assertThat(shipped.violations()).isEmpty();
        assertThat(new RecordedTalks(true, false, "1", silent, silent).violations())
                .extracting(violation -> violation.key())
                .containsExactly("announcement.en", "announcement.es");
        assertThat(Arrays.stream(Key.values()).map(key -> key.digit)).doesNotHaveDuplicates();
    }
}
