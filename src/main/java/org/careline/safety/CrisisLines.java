package org.careline.safety;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.careline.settings.LocalizedText;

/**
 * {@code crisis.yaml}: where help is in a crisis and the words for it at every place. Dated, because such lines change:
 * the 988 line's "press 3" ended on 17 July 2025 and is still printed in many places.
 *
 * @param asOf when somebody last compared this with its source
 * @param source where it was taken from
 * @param line the crisis line to call or text
 * @param fallback its number with country code, for carriers and countries from which the short one cannot be dialled
 * @param emergency for danger to life right now
 * @param greeting spoken at the start of a call
 * @param voicemail spoken before a message is taken
 * @param page shown on every page
 * @param message at the end of a text message, and beside the free text of a form
 */
public record CrisisLines(
        @NotNull(message = "the date of the last check, such as 2026-11-23") LocalDate asOf,

        @NotBlank(message = "where this was taken from") String source,

        @NotNull(message = SHORT) @Pattern(regexp = "\\d{3,6}", message = SHORT) String line,

        @NotNull(message = LONG) @Pattern(regexp = "\\+[1-9]\\d{6,14}", message = LONG) String fallback,

        @NotNull(message = SHORT) @Pattern(regexp = "\\d{3,6}", message = SHORT) String emergency,

        @NotNull(message = WORDS) @Valid LocalizedText greeting,
        @NotNull(message = WORDS) @Valid LocalizedText voicemail,
        @NotNull(message = WORDS) @Valid LocalizedText page,
        @NotNull(message = WORDS) @Valid LocalizedText message) {

    private static final String SHORT = "a short number in quotes, such as \"988\"";
    private static final String LONG = "a number in quotes with + and country code, such as \"+18002738255\"";
    private static final String WORDS = "the sentence as en and es";
}
