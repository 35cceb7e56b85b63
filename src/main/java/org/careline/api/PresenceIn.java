package org.careline.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.inbox.FieldFault;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator says of themselves, as the API's description shows it, and the fields by which it is read.
 *
 * @param state ends whatever was said before
 * @param length how long it counts
 */
@Schema(name = "PresenceIn")
record PresenceIn(
        @Schema(
                allowableValues = {"here", "away", "paused"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String state,

        @JsonProperty("for") @Schema(example = "PT30M", description = PresenceIn.LENGTH_WORDS) @Nullable String length) {

    static final String LENGTH_WORDS = "a length of time in ISO 8601, such as PT30M, longer than 0 and up to PT24H";

    static final JsonField<State> STATE = JsonField.required(
            "state", PresenceIn::state, FieldFault.Code.UNKNOWN_VALUE, "one of here, away and paused");
    static final JsonField<Duration> LENGTH =
            JsonField.optional("for", PresenceIn::length, FieldFault.Code.INVALID, LENGTH_WORDS);
    static final List<JsonField<?>> FIELDS = List.of(STATE, LENGTH);

    private static Optional<State> state(String text) {
        return Stream.of(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static Optional<Duration> length(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Presence::canLast);
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }
}
