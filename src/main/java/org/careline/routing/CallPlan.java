package org.careline.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.careline.settings.Words;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code call-plan.yaml}: how the phones of coordinators are rung, and what a caller hears when nobody comes.
 *
 * @param ringSeconds how long each phone rings; Twilio adds up to {@link #TWILIO_ADDS}
 * @param mostCoordinators how many are rung for one call, one after the other; 0 for straight to voicemail
 * @param keySeconds how long whoever picked up has to press 1
 * @param longestTalk when a talk is cut off; Twilio's own default is 4 hours
 * @param closed before voicemail, out of opening hours
 * @param holiday the same on a holiday; {@value #HOLIDAY} stands for its name
 * @param nobody the same when the clinic is open and nobody took the call
 */
public record CallPlan(
        @DefaultValue("20") @Min(value = 5, message = RING_WORDS) @Max(value = 60, message = RING_WORDS) int ringSeconds,

        @DefaultValue("3") @Min(value = 0, message = MOST_WORDS) @Max(value = 8, message = MOST_WORDS) int mostCoordinators,

        @DefaultValue("8") @Min(value = 3, message = KEY_WORDS) @Max(value = 20, message = KEY_WORDS) int keySeconds,

        @DefaultValue("60m")
        @DurationMin(minutes = 1, message = TALK_WORDS)
        @DurationMax(hours = 4, message = TALK_WORDS)
        Duration longestTalk,

        @NotNull(message = WORDS) @Valid Words closed,
        @NotNull(message = WORDS) @Valid Words holiday,
        @NotNull(message = WORDS) @Valid Words nobody) {

    /** What Twilio rings longer than it is told ({@code <Dial timeout>}: "10 results in about 15"). */
    public static final Duration TWILIO_ADDS = Duration.ofSeconds(5);

    private static final String HOLIDAY = "{holiday}";
    private static final String RING_WORDS = "5 to 60 seconds";
    private static final String MOST_WORDS = "0 (straight to voicemail) to 8";
    private static final String KEY_WORDS = "3 to 20 seconds";
    private static final String TALK_WORDS = "1m to 4h";
    private static final String WORDS = "the sentence as en and es";

    /** The words on a holiday of this name. */
    public Words holiday(String name) {
        return new Words(holiday.en().replace(HOLIDAY, name), holiday.es().replace(HOLIDAY, name));
    }
}
