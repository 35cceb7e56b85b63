package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.careline.routing.Opening;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicFiles;
import org.careline.speech.RecordedPrompts.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedPromptsTests {

    private static final String BASE = "https://phone.example.org";
    private static final String GREETING = "Thank you for calling Pine Clinic.";
    private static final AudioFormat TELEPHONE = new AudioFormat(8_000, 16, 1, true, false);

    @TempDir
    private Path folder;

    @BeforeEach
    void thereAreSounds() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        sound("greeting.wav", 40);
        sound("tone.wav", 2);
        sound("song.wav", 5);
        Files.writeString(folder.resolve("prompts/notes.wav"), "no sound at all");
    }

    private void sound(String name, int seconds) throws IOException {
        byte[] silence = new byte[seconds * 16_000];
        try (AudioInputStream samples =
                new AudioInputStream(new ByteArrayInputStream(silence), TELEPHONE, seconds * 8_000L)) {
            AudioSystem.write(
                    samples,
                    AudioFileFormat.Type.WAVE,
                    folder.resolve("prompts").resolve(name).toFile());
        }
    }

    private PromptSounds read(String... lines) throws IOException {
        Files.write(folder.resolve("recorded-prompts.yaml"), List.of(lines));
        return PromptSounds.read(ClinicFiles.in(List.of(folder)), Set.of(GREETING, "Goodbye."), BASE);
    }

    private List<Fault> faults(String... lines) {
        return catchThrowableOfType(ClinicFileFaulty.class, () -> read(lines)).faults();
    }

    private static CallScripts scripts(PromptSounds sounds) {
        CallerWords words = Clinic.words().by(sounds);
        return new CallScripts(words, Clinic.NOT_RECORDED, Clinic.CRISIS, Clinic.PHRASES, Clinic.PLAN, List.of());
    }

    @Test
    void whatIsRecordedIsPlayedAndTheRestIsSpoken() throws IOException {
        String sentence = Clinic.NUMBERS.numbers().get(0).greeting();
        Files.write(
                folder.resolve("recorded-prompts.yaml"),
                List.of("prompts:", "  - says: " + sentence, "    file: greeting.wav"));
        PromptSounds sounds = PromptSounds.read(
                ClinicFiles.in(List.of(folder)), Clinic.words().sentences(List.of()), BASE);

        String document = Clinic.greeting(scripts(sounds).voice, Clinic.NUMBER, Opening.OPEN)
                .twiml();

        assertThat(document)
                .containsPattern("<Gather[^>]*><Play>" + BASE + "/prompts/greeting\\.wav\\?v=[0-9a-f]+</Play><Say")
                .doesNotContain(sentence)
                .contains(Clinic.CRISIS.voicemail().en());
    }

    @Test
    void aCallIsReckonedAsLongAsItsRecordingsLast() throws IOException {
        PromptSounds sounds = read("prompts:", "  - says: " + GREETING, "    file: greeting.wav");
        SpokenText spoken = SpokenText.of(VoiceLanguage.ENGLISH, GREETING);

        assertThat(spoken.atMost()).isEqualTo(Duration.ofSeconds(5));
        assertThat(spoken.by(sounds).atMost()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void whoeverWaitsHearsTheToneAndCanStillPressAKey() throws IOException {
        QueueScript line = scripts(read("tone: tone.wav")).queue;

        assertThat(line.silence(SpokenLanguages.ENGLISH, Optional.empty()).twiml())
                .containsPattern("<Gather[^>]*timeout=\"8\"[^>]*><Play>[^<]*/prompts/tone\\.wav[^<]*</Play></Gather>");
        assertThat(scripts(PromptSounds.NONE)
                        .queue
                        .silence(SpokenLanguages.ENGLISH, Optional.empty())
                        .twiml())
                .doesNotContain("<Play>");
    }

    @Test
    void anotherSoundUnderTheSameNameHasAnotherAddress() throws IOException {
        String[] lines = {"prompts:", "  - says: " + GREETING, "    file: greeting.wav"};
        String before = read(lines).of(GREETING).orElseThrow().address();
        sound("greeting.wav", 41);

        assertThat(read(lines).of(GREETING).orElseThrow().address()).isNotEqualTo(before);
    }

    @Test
    void aRecordingOfASentenceThatIsNoLongerSaidStopsTheStart() {
        assertThat(faults("prompts:", "  - says: Thank you for calling.", "    file: greeting.wav"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("prompts[0].says");
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.expected()).contains("as it stands in its own file");
                });
    }

    @Test
    void aSoundThatIsNotThereOrIsNoneStopsTheStart() {
        assertThat(faults(
                        "prompts:",
                        "  - says: " + GREETING,
                        "    file: lost.wav",
                        "  - says: Goodbye.",
                        "    file: notes.wav",
                        "tone: song.wav"))
                .extracting(Fault::key)
                .containsExactly("prompts[0].file", "prompts[1].file", "tone");
        assertThat(faults("prompts:", "  - says: " + GREETING, "    file: ../secret.wav"))
                .extracting(Fault::key)
                .containsExactly("prompts[0].file");
        assertThat(faults(
                        "prompts:",
                        "  - says: " + GREETING,
                        "    file: greeting.wav",
                        "  - says: " + GREETING,
                        "    file: tone.wav"))
                .extracting(Fault::expected)
                .containsExactly("each sentence once");
    }

    @Test
    void everySentenceOfTheShippedFilesCanBeRecordedButThoseInWhichSomethingIsFilledIn() {
        Set<String> sentences = Clinic.words().sentences(List.of("Thanksgiving"));

        assertThat(sentences)
                .contains(
                        Clinic.CRISIS.greeting().es(),
                        Clinic.PLAN.nobody().en(),
                        Clinic.PLAN.holiday("Thanksgiving").en())
                .noneMatch(sentence -> sentence.contains("{"));
    }

    @Test
    void theShippedClinicRecordsNothing() {
        PromptSounds shipped = PromptSounds.read(ClinicFiles.shipped(), Set.of(), "");

        assertThat(shipped.tone()).isEmpty();
        assertThat(new RecordedPrompts(List.of(new Recorded("a", "a.wav")), "").violations())
                .isEmpty();
    }
}
