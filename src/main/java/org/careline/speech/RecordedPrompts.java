package org.careline.speech;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recorded-prompts.yaml}: which sentences callers hear as a recording, not by the carrier's voice.
 *
 * @param tone played again and again to callers who wait, so that they know that the line is alive; empty for silence
 */
record RecordedPrompts(
        @DefaultValue List<@NotNull(message = "a sentence and its file") @Valid Recorded> prompts,

        @DefaultValue("") @Pattern(regexp = "(" + FILE + ")?", message = EXPECTED)
        String tone)
        implements SelfChecking {

    /** A tone takes a part of the silence in which a caller can press a key, not all of it. */
    static final Duration LONGEST_TONE = Duration.ofSeconds(4);

    private static final String FILE = "\\w[\\w-]*\\.wav";
    private static final String EXPECTED = "a WAV file in the folder prompts beside this file, such as greeting-en.wav";

    /**
     * One sentence.
     *
     * @param says the sentence as it stands in another file, letter by letter: who changes it there is told that its
     *     recording says something else
     * @param file in the folder {@code prompts}
     */
    record Recorded(
            @NotBlank(message = "the sentence as it stands in its own file") String says,

            @NotNull(message = EXPECTED) @Pattern(regexp = FILE, message = EXPECTED) String file) {}

    @Override
    public Stream<Violation> violations() {
        return Violation.ofRepeats("prompts", prompts, "says", Recorded::says, "each sentence once");
    }

    /**
     * What is wrong beside the clinic's other files.
     *
     * @param sentences all that can be recorded
     * @param length how long a sound lasts; empty if it is not one
     */
    Stream<Violation> violationsBeside(Set<String> sentences, Function<String, Optional<Duration>> length) {
        return Stream.concat(
                Violation.ofEach("prompts", prompts, (key, prompt) -> violations(key, prompt, sentences, length)),
                Stream.of(tone)
                        .filter(file -> !file.isEmpty())
                        .filter(file -> length.apply(file)
                                .filter(lasts -> lasts.compareTo(LONGEST_TONE) <= 0)
                                .isEmpty())
                        .map(file -> new Violation("tone", EXPECTED + ", of at most 4 seconds")));
    }

    private static Stream<Violation> violations(
            String key, Recorded prompt, Set<String> sentences, Function<String, Optional<Duration>> length) {
        Stream<Violation> unknown = sentences.contains(prompt.says())
                ? Stream.empty()
                : Stream.of(new Violation(
                        key + ".says",
                        "a sentence that callers hear, as it stands in its own file, without anything to fill in"));
        return length.apply(prompt.file()).isPresent()
                ? unknown
                : Stream.concat(unknown, Stream.of(new Violation(key + ".file", EXPECTED)));
    }

    /** Where a file is looked for, beside the clinic's data files. */
    static Path place(String file) {
        return Path.of("prompts", file);
    }
}
