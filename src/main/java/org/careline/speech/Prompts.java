package org.careline.speech;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;
import org.careline.settings.CrossChecked;
import org.careline.settings.Slip;
import org.careline.settings.Words;

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
        @NotNull(message = WORDS) @Valid Words greeting,
        @NotNull(message = WORDS) @Valid Words crisisKey,
        @NotNull(message = WORDS) @Valid Words otherLanguage,
        @NotNull(message = WORDS) @Valid Words hold,
        @NotNull(message = WORDS) @Valid Words waiting,
        @NotNull(message = WORDS) @Valid Words yourNumber,
        @NotNull(message = WORDS) @Valid Words yourWait,
        @NotNull(message = WORDS) @Valid Words keepPlace,
        @NotNull(message = WORDS) @Valid Words callBackKey,
        @NotNull(message = WORDS) @Valid Words invitation,
        @NotNull(message = WORDS) @Valid Words silence,
        @NotNull(message = WORDS) @Valid Words thanks,
        @NotNull(message = WORDS) @Valid Words farewell,
        @NotNull(message = WORDS) @Valid Words calledBack,

        @NotNull(message = "soon, today, tomorrow, day and opening") @Valid SpokenWhen when,

        @NotNull(message = WORDS) @Valid Words whichNumber,
        @NotNull(message = WORDS) @Valid Words notANumber,
        @NotNull(message = WORDS) @Valid Words ourNumber,
        @NotNull(message = WORDS) @Valid Words notDialled,
        @NotNull(message = WORDS) @Valid Words crisisConnecting,
        @NotNull(message = WORDS) @Valid Words crisisFailed)
        implements CrossChecked {

    private static final String DIGITS = "{digits}";
    private static final String WHEN = "{when}";
    private static final String NUMBER = "{number}";
    private static final String MINUTES = "{minutes}";
    private static final String WORDS = "the sentence as en and es";

    /** Those in which nothing is filled in. */
    Stream<Words> fixed() {
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
    Words calledBack(String digits, CallPromise promise, Instant askedAt) {
        String spoken = String.join(" ", digits.split(""));
        Words then = when.of(promise, askedAt);
        return new Words(
                calledBack.en().replace(DIGITS, spoken).replace(WHEN, then.en()),
                calledBack.es().replace(DIGITS, spoken).replace(WHEN, then.es()));
    }

    /** Says the place in the line. */
    Words number(int place) {
        return filled(yourNumber, NUMBER, place);
    }

    /** Says how long it will take. */
    Words minutes(int minutes) {
        return filled(yourWait, MINUTES, minutes);
    }

    private static Words filled(Words words, String mark, int value) {
        return new Words(
                words.en().replace(mark, Integer.toString(value)), words.es().replace(mark, Integer.toString(value)));
    }

    @Override
    public Stream<Slip> slips() {
        return Stream.of(
                        naming("crisis-key", crisisKey, Key.CRISIS_LINE),
                        naming("call-back-key", callBackKey, Key.CALL_BACK),
                        naming("keep-place", keepPlace, Key.CALL_BACK),
                        naming("other-language", otherLanguage, Key.OTHER_LANGUAGE),
                        naming("called-back", calledBack, Key.OTHER_LANGUAGE),
                        SpokenWhen.missing("called-back", calledBack, DIGITS),
                        SpokenWhen.missing("called-back", calledBack, WHEN),
                        when.slips("when"))
                .flatMap(slips -> slips);
    }

    /** Somebody who presses the wrong key for the crisis line may not press another. */
    private static Stream<Slip> naming(String prompt, Words words, Key key) {
        String expected = "a sentence that names the key " + key.digit;
        return Stream.of(
                        words.en().contains(key.digit) ? null : new Slip(prompt + ".en", expected),
                        words.es().contains(key.digit) ? null : new Slip(prompt + ".es", expected))
                .filter(slip -> slip != null);
    }
}
