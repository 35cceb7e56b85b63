package org.careline.safety;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code crisis-phrases.yaml}: what somebody in danger may write or say, and what only sounds like it. How a phrase is written
 * tells {@code safety.md}.
 *
 * @param version of the list; kept with everything that was found by it
 * @param heard what is heard in every free text, by its kind
 * @param spoken what else leads to the crisis line when it is said instead of pressing a key, and what the machine that listens
 *     expects to hear
 * @param harmless what only sounds like danger; a phrase within one of these does not count
 * @param denied what denies danger; it counts as harmless unless a turn follows
 * @param turns words after which a denial is taken back
 * @param fillers words that may stand within any phrase
 * @param spellings the ways in which a word is written, by the word that stands for them
 * @param examples what must come of it
 */
public record CrisisPhrases(
        @NotBlank(message = "a version that changes with the list, such as \"2026-11-29\"") String version,

        @NotNull(message = KINDS) @Valid ByKind heard,
        @NotNull(message = PHRASES) @Valid Phrases spoken,
        @NotNull(message = PHRASES) @Valid Phrases harmless,
        @NotNull(message = PHRASES) @Valid Phrases denied,
        @NotNull(message = PHRASES) @Valid Phrases turns,
        @NotNull(message = PHRASES) @Valid Phrases fillers,

        @DefaultValue
        Map<
                        String,
                        @NotEmpty(message = "a list of ways to write it") List<
                                @NotBlank(message = "a way to write it") String>>
                spellings,

        @NotNull(message = "sentences that are heard, and harmless ones") @Valid Examples examples)
        implements SelfChecking {

    private static final String KINDS = "phrases by their kind, each in English and Spanish";
    private static final String PHRASES = "a list of phrases as en and one as es";

    public CrisisPhrases {
        spellings = Map.copyOf(spellings);
    }

    /**
     * Phrases or sentences in both languages.
     *
     * @param en English
     * @param es Spanish
     */
    record Phrases(
            @NotEmpty(message = LIST) List<@NotBlank(message = PHRASE) String> en,
            @NotEmpty(message = LIST) List<@NotBlank(message = PHRASE) String> es) {

        private static final String LIST = "a list of phrases";
        private static final String PHRASE = "a phrase";

        Phrases {
            en = en == null ? List.of() : List.copyOf(en);
            es = es == null ? List.of() : List.copyOf(es);
        }

        /** Those in this language ({@code en}, {@code es}); English for any other. */
        List<String> in(String language) {
            return language.equals("es") ? es : en;
        }

        Stream<String> all() {
            return Stream.concat(en.stream(), es.stream());
        }
    }

    /** The phrases of each {@link DangerKind}. */
    record ByKind(
            @NotNull(message = PHRASES) @Valid Phrases wishToDie,
            @NotNull(message = PHRASES) @Valid Phrases plan,
            @NotNull(message = PHRASES) @Valid Phrases means,
            @NotNull(message = PHRASES) @Valid Phrases goodbye,
            @NotNull(message = PHRASES) @Valid Phrases selfHarm,
            @NotNull(message = PHRASES) @Valid Phrases inCrisis,
            @NotNull(message = PHRASES) @Valid Phrases someoneElse) {

        Map<DangerKind, Phrases> all() {
            Map<DangerKind, Phrases> all = new EnumMap<>(DangerKind.class);
            all.put(DangerKind.WISH_TO_DIE, wishToDie);
            all.put(DangerKind.PLAN, plan);
            all.put(DangerKind.MEANS, means);
            all.put(DangerKind.GOODBYE, goodbye);
            all.put(DangerKind.SELF_HARM, selfHarm);
            all.put(DangerKind.IN_CRISIS, inCrisis);
            all.put(DangerKind.SOMEONE_ELSE, someoneElse);
            return all;
        }
    }

    /**
     * Sentences by which the list is checked at every start.
     *
     * @param heard each must be heard
     * @param harmless none may be
     */
    record Examples(
            @NotNull(message = PHRASES) @Valid Phrases heard,
            @NotNull(message = PHRASES) @Valid Phrases harmless) {}

    @Override
    public Stream<Violation> violations() {
        return new PhraseLint(this).violations();
    }
}
