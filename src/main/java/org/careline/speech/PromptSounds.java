package org.careline.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.careline.settings.ClinicFiles;
import org.careline.speech.RecordedPrompts.Recorded;

/** The sentences that are played as the clinic recorded them. */
public final class PromptSounds {

    /** Below it the carrier fetches them, without a signature: what every caller hears is no secret. */
    public static final String PATH = "/prompts/";

    static final PromptSounds NONE = new PromptSounds(Map.of(), Optional.empty());

    private final Map<String, PromptSound> sentences;
    private final Optional<PromptSound> tone;

    private PromptSounds(Map<String, PromptSound> sentences, Optional<PromptSound> tone) {
        this.sentences = Map.copyOf(sentences);
        this.tone = tone;
    }

    /**
     * Reads {@code recorded-prompts.yaml} and the sounds it names.
     *
     * @param can all sentences that can be recorded
     * @param base in front of each address; empty if the carrier asks the host that it has the document from
     * @throws org.careline.settings.ClinicFileFaulty with everything that is wrong
     */
    public static PromptSounds read(ClinicFiles files, Set<String> can, String base) {
        Function<String, Optional<Path>> find = file -> files.other(RecordedPrompts.place(file));
        RecordedPrompts prompts = files.read(
                "recorded-prompts",
                RecordedPrompts.class,
                read -> read.violationsBeside(can, file -> find.apply(file).flatMap(Wave::length)));
        Function<String, PromptSound> sound =
                file -> sound(file, find.apply(file).orElseThrow(), base);
        return new PromptSounds(
                prompts.prompts().stream()
                        .collect(Collectors.toMap(Recorded::says, prompt -> sound.apply(prompt.file()))),
                Optional.of(prompts.tone()).filter(tone -> !tone.isEmpty()).map(sound));
    }

    private static PromptSound sound(String name, Path file, String base) {
        Duration length = Wave.length(file).orElseThrow();
        return new PromptSound(file, base + PATH + name + "?v=" + version(file), length);
    }

    private static String version(Path file) {
        try {
            CRC32 content = new CRC32();
            content.update(Files.readAllBytes(file));
            return Long.toHexString(content.getValue());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The recording of this sentence. */
    Optional<PromptSound> of(String sentence) {
        return Optional.ofNullable(sentences.get(sentence));
    }

    /** What callers hear again and again while they wait. */
    Optional<PromptSound> tone() {
        return tone;
    }

    /** The file of this name that callers can hear; no other is given out. */
    public Optional<Path> file(String name) {
        return Stream.concat(sentences.values().stream(), tone().stream())
                .map(PromptSound::file)
                .filter(file -> file.endsWith(name))
                .findFirst();
    }
}
