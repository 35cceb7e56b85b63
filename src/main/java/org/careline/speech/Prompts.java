package org.careline.speech;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;
import org.careline.settings.LocalizedText;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;

/**
 * {@code prompts.yaml}: what callers hear besides the clinic's greeting, the crisis sentences and why nobody comes.
 *
 * @param greeting on a number that is not the clinic's
 * @param otherLanguage offers a language, said in it
 * @param hold before the next phone is rung
 * @param waiting when a caller begins to wait in the line
 * @param yourNumber where they are in it; {@value #NUMBER} stands for the place
 * @param yourWait how long they will wait; {@value #MINUTES} stands for whole minutes
 * @param keepPlace offers a call back to who waits
 * @param silence when no message was left
 * @param calledBack promises a call back; {@value #DIGITS} stands for the number or its end, {@value #WHEN} for the time
 * @param when how that time is said
 * @param ourNumber when the number is one of the clinic's
 * @param notDialled when it is another one that is not dialled from here
 */
public record Prompts(
        @NotNull(message = WORDS) @Valid LocalizedText greeting,
        @NotNull(message = WORDS) @Valid LocalizedText crisisKey,
        @NotNull(message = WORDS) @Valid LocalizedText otherLanguage,
        @NotNull(message = WORDS) @Valid LocalizedText hold,
        @NotNull(message = WORDS) @Valid LocalizedText waiting,
        @NotNull(message = WORDS) @Valid LocalizedText yourNumber,
        @NotNull(message = WORDS) @Valid LocalizedText yourWait,
        @NotNull(message = WORDS) @Valid LocalizedText keepPlace,
        @NotNull(message = WORDS) @Valid LocalizedText callBackKey,
        @NotNull(message = WORDS) @Valid LocalizedText invitation,
        @NotNull(message = WORDS) @Valid LocalizedText silence,
        @NotNull(message = WORDS) @Valid LocalizedText thanks,
        @NotNull(message = WORDS) @Valid LocalizedText farewell,
        @NotNull(message = WORDS) @Valid LocalizedText calledBack,

        @NotNull(message = "soon, today, tomorrow, day and opening") @Valid SpokenWhen when,

        @NotNull(message = WORDS) @Valid LocalizedText whichNumber,
        @NotNull(message = WORDS) @Valid LocalizedText notANumber,
        @NotNull(message = WORDS) @Valid LocalizedText ourNumber,
        @NotNull(message = WORDS) @Valid LocalizedText notDialled,
        @NotNull(message = WORDS) @Valid LocalizedText crisisConnecting,
        @NotNull(message = WORDS) @Valid LocalizedText crisisFailed)
        implements SelfChecking {

    private static final String DIGITS = "{digits}";
    private static final String WHEN = "{when}";
    private static final String NUMBER = "{number}";
    private static final String MINUTES = "{minutes}";
    private static final String WORDS = "the sentence as en and es";

    /** Those in which nothing is filled in. */
    Stream<LocalizedText> fixed() {
        return Stream.of(
                greeting,
                crisisKey,
                otherLanguage,
                hold,
                waiting,
                keepPlace,
                callBackKey,
                invitation,
                silence,
                thanks,
                farewell,
                whichNumber,
                notANumber,
                ourNumber,
                notDialled,
                crisisConnecting,
                crisisFailed);
    }

    /** Promises a call back at the number that is, or ends in, these digits. */
    LocalizedText calledBack(String digits, CallPromise promise, Instant askedAt) {
        String spoken = String.join(" ", digits.split(""));
        LocalizedText then = when.of(promise, askedAt);
        return new LocalizedText(
                calledBack.en().replace(DIGITS, spoken).replace(WHEN, then.en()),
                calledBack.es().replace(DIGITS, spoken).replace(WHEN, then.es()));
    }

    /** Says the place in the line. */
    LocalizedText number(int place) {
        return filled(yourNumber, NUMBER, place);
    }

    /** Says how long it will take. */
    LocalizedText minutes(int minutes) {
        return filled(yourWait, MINUTES, minutes);
    }

    private static LocalizedText filled(LocalizedText words, String mark, int value) {
        return new LocalizedText(
                words.en().replace(mark, Integer.toString(value)), words.es().replace(mark, Integer.toString(value)));
    }

    @Override
    public Stream<Violation> violations() {
        return Stream.of(
                        naming("crisis-key", crisisKey, Key.CRISIS_LINE),
                        naming("call-back-key", callBackKey, Key.CALL_BACK),
                        naming("keep-place", keepPlace, Key.CALL_BACK),
                        naming("other-language", otherLanguage, Key.OTHER_LANGUAGE),
                        naming("called-back", calledBack, Key.OTHER_LANGUAGE),
                        SpokenWhen.missing("called-back", calledBack, DIGITS),
                        SpokenWhen.missing("called-back", calledBack, WHEN),
                        when.violations("when"))
                .flatMap(violations -> violations);
    }

    /** Somebody who presses the wrong key for the crisis line may not press another. */
    static Stream<Violation> naming(String prompt, LocalizedText words, Key key) {
        return Violation.ofLacking(prompt, words, key.digit, "a sentence that names the key " + key.digit);
    }
}
