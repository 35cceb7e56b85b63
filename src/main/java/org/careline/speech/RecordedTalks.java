package org.careline.speech;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.careline.settings.LocalizedText;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recording.yaml}: whether talks between callers and coordinators are recorded, what every caller is told then, and
 * whether the carrier writes down what messages say.
 *
 * @param recordTalks whether they are
 * @param transcribeMessages whether a machine of the carrier's listens to messages
 * @param version names the words, so that it can be told later what a caller heard
 * @param announcement after the greeting; names the key that declines
 * @param refusal when somebody has pressed it
 */
public record RecordedTalks(
        @DefaultValue("false") boolean recordTalks,

        @DefaultValue("false") boolean transcribeMessages,

        @NotBlank(message = "a name for these words, such as 2026-11; a new one whenever they change") String version,

        @NotNull(message = WORDS) @Valid LocalizedText announcement,
        @NotNull(message = WORDS) @Valid LocalizedText refusal)
        implements SelfChecking {

    private static final String WORDS = "the sentence as en and es";

    @Override
    public Stream<Violation> violations() {
        return Prompts.naming("announcement", announcement, Key.DO_NOT_RECORD);
    }
}
