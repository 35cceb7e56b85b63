package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.careline.settings.ClinicFiles;
import org.careline.speech.PromptSounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class PromptControllerTests {

    private static final String GREETING = "Thank you for calling Pine Clinic.";
    private static final AudioFormat TELEPHONE = new AudioFormat(8_000, 16, 1, true, false);

    @TempDir
    private Path folder;

    private PromptController controller() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        sound("greeting.wav");
        sound("tone.wav");
        Files.write(
                folder.resolve("recorded-prompts.yaml"),
                List.of("prompts:", "  - says: " + GREETING, "    file: greeting.wav"));
        return new PromptController(PromptSounds.read(ClinicFiles.in(List.of(folder)), Set.of(GREETING), ""));
    }

    private void sound(String name) throws IOException {
        byte[] silence = new byte[16_000];
        try (AudioInputStream samples = new AudioInputStream(new ByteArrayInputStream(silence), TELEPHONE, 8_000L)) {
            AudioSystem.write(
                    samples,
                    AudioFileFormat.Type.WAVE,
                    folder.resolve("prompts").resolve(name).toFile());
        }
    }

    @Test
    void theCarrierGetsWhatCallersHearAndNothingElse() throws IOException {
        PromptController controller = controller();

        var sound = controller.sound("greeting.wav");

        assertThat(sound.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType("audio/wav"));
        assertThat(sound.getBody())
                .isNotNull()
                .satisfies(body -> assertThat(body.getContentAsByteArray())
                        .isEqualTo(Files.readAllBytes(folder.resolve("prompts/greeting.wav"))));
        for (String other : List.of("tone.wav", "recorded-prompts.yaml", "..", "prompts")) {
            assertThat(controller.sound(other).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        }
    }
}
