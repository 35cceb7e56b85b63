package org.careline.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Locale;
import org.careline.settings.LocalizedText;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code call-plan.yaml}: how the phones of coordinators are rung, and what a caller hears when nobody comes.
 *
 * @param ringSeconds how long each phone rings; Twilio adds up to {@link #TWILIO_ADDS}
 * @param mostCoordinators how many are rung for one call, one after the other; 0 for straight to voicemail
 * @param ownerFirst whether the phone of the caller's owner rings alone, before the others
 * @param order in which order the others are rung
 * @param ring when the next one begins to ring
 * @param stepSeconds between two that ring progressively
 * @param anybodyIfNobodyFits whether those are rung who do not speak the caller's language or lack the skills of the number, if
 *     nobody who is here does
 * @param wrapUp how long after a talk a coordinator is not rung
 * @param keySeconds how long whoever picked up has to press 1
 * @param longestTalk when a talk is cut off; Twilio's own default is 4 hours
 * @param longestWait how long a caller waits in line before they are asked for a message; 0 for no line: phones are dialled
 *     one after the other
 * @param keepPlace how long a caller who hung up keeps their place for calling again
 * @param callBackWithin how long a caller who asked in the line to be called back stays in it
 * @param closed before voicemail, out of opening hours
 * @param holiday the same on a holiday; {@value #HOLIDAY} stands for its name
 * @param nobody the same when the clinic is open and nobody took the call
 */
public record CallPlan(
        @DefaultValue("20") @Min(value = 5, message = RING_WORDS) @Max(value = 60, message = RING_WORDS) int ringSeconds,

        @DefaultValue("3") @Min(value = 0, message = MOST_WORDS) @Max(value = 8, message = MOST_WORDS) int mostCoordinators,

        @DefaultValue("true") boolean ownerFirst,

        @DefaultValue("rotating") RingOrder order,

        @DefaultValue("one-by-one") RingStrategy ring,

        @DefaultValue("10") @Min(value = 1, message = STEP_WORDS) @Max(value = 60, message = STEP_WORDS) int stepSeconds,

        @DefaultValue("true") boolean anybodyIfNobodyFits,

        @DefaultValue("0s") @DurationMin(message = WRAP_WORDS) @DurationMax(minutes = 15, message = WRAP_WORDS)
        Duration wrapUp,

        @DefaultValue("8") @Min(value = 3, message = KEY_WORDS) @Max(value = 20, message = KEY_WORDS) int keySeconds,

        @DefaultValue("60m")
        @DurationMin(minutes = 1, message = TALK_WORDS)
        @DurationMax(hours = 4, message = TALK_WORDS)
        Duration longestTalk,

        @DefaultValue("3m") @DurationMin(message = WAIT_WORDS) @DurationMax(minutes = 10, message = WAIT_WORDS)
        Duration longestWait,

        @DefaultValue("10m") @DurationMin(message = KEEP_WORDS) @DurationMax(hours = 1, message = KEEP_WORDS)
        Duration keepPlace,

        @DefaultValue("30m")
        @DurationMin(minutes = 1, message = BACK_WORDS)
        @DurationMax(hours = 2, message = BACK_WORDS)
        Duration callBackWithin,

        @NotNull(message = WORDS) @Valid LocalizedText closed,
        @NotNull(message = WORDS) @Valid LocalizedText holiday,
        @NotNull(message = WORDS) @Valid LocalizedText nobody) {

    /** What Twilio rings longer than it is told ({@code <Dial timeout>}: "10 results in about 15"). */
    public static final Duration TWILIO_ADDS = Duration.ofSeconds(5);

    private static final String HOLIDAY = "{holiday}";
    private static final String RING_WORDS = "5 to 60 seconds";
    private static final String MOST_WORDS = "0 (straight to voicemail) to 8";
    private static final String KEY_WORDS = "3 to 20 seconds";
    private static final String TALK_WORDS = "1m to 4h";
    private static final String STEP_WORDS = "1 to 60 seconds";
    private static final String WRAP_WORDS = "0 to 15m";
    private static final String WAIT_WORDS = "0 (no waiting line) to 10m";
    private static final String KEEP_WORDS = "0 to 1h";
    private static final String BACK_WORDS = "1m to 2h";
    private static final String WORDS = "the sentence as en and es";

    /** The name of the rules by which phones are rung. */
    String rule() {
        String name = order + ", " + ring;
        return (ownerFirst ? "owner first, " + name : name)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    /** How long a phone can ring. */
    Duration longestRing() {
        return Duration.ofSeconds(ringSeconds).plus(TWILIO_ADDS);
    }

    /** The words on a holiday of this name. */
    public LocalizedText holiday(String name) {
        return new LocalizedText(
                holiday.en().replace(HOLIDAY, name), holiday.es().replace(HOLIDAY, name));
    }
}
