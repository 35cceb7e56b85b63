package org.careline.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.careline.settings.ClinicFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code call-examples.yaml}: what the rules of calls must come to. They are checked at the start and by a command, so that a
 * change of a rule that changes an example is noticed before a caller does.
 *
 * @param examples may be empty
 */
public record CallExamples(@DefaultValue List<@Valid Example> examples) {

    private static final String FILE = "call-examples";
    private static final List<String> SHOWN = List.of("call-plan", "hours", "coordinators", "numbers");

    public CallExamples {
        examples = List.copyOf(examples);
    }

    /** The clinic's examples. The shipped ones show the shipped clinic, and hold for no other. */
    static CallExamples of(ClinicFiles files) {
        boolean others = !files.hasOwn(FILE) && SHOWN.stream().anyMatch(files::hasOwn);
        return others ? new CallExamples(List.of()) : files.read(FILE, CallExamples.class);
    }

    /** What happens to a caller for whom nobody is rung. */
    enum Voicemail {
        /** Out of opening hours. */
        CLOSED,
        HOLIDAY,
        /** In opening hours, and nobody can be rung. */
        NOBODY
    }

    /**
     * One call.
     *
     * @param name says what it shows
     * @param at when, by the clinic's clock
     * @param dialled a number of the clinic; null for the first one
     * @param owner the coordinator who owns the caller's lead; null for a new caller
     * @param language what the caller speaks, as a two-letter code; null if it is not known
     * @param away coordinators who said that they are away
     * @param talking coordinators who talk with another caller
     * @param rings who must be rung, in this order; empty if nobody
     * @param voicemail why the caller leaves a message at once; null if somebody is rung
     */
    record Example(
            @NotBlank(message = "what the example shows") String name,

            @NotNull(message = AT_WORDS) @Pattern(regexp = AT, message = AT_WORDS) String at,

            @Nullable String dialled,
            @Nullable String owner,

            @Nullable @Pattern(regexp = "[a-z]{2}", message = "a two-letter code such as es") String language,

            @DefaultValue List<String> away,
            @DefaultValue List<String> talking,
            @DefaultValue List<String> rings,
            @Nullable Voicemail voicemail) {

        private static final String AT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";
        private static final String AT_WORDS = "a date and time in quotes such as \"2026-11-26T19:05\"";

        Example {
            away = List.copyOf(away);
            talking = List.copyOf(talking);
            rings = List.copyOf(rings);
        }

        /** When it is, by the clinic's clock; empty if there is no such time. */
        Optional<LocalDateTime> time() {
            try {
                return Optional.of(LocalDateTime.parse(at)).filter(time -> time.getYear() > 0);
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }

        /** What must come of it, in words. */
        String expected() {
            return rings.isEmpty() ? "voicemail " + voicemail : "rings " + String.join(", ", rings);
        }
    }
}
