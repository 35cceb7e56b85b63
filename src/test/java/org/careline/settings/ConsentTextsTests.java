package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careline.settings.ConsentTexts.Previous;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A version of the consent texts names one wording, for ever. */
class ConsentTextsTests {

    private static final LocalizedText CALL = new LocalizedText("You may call me.", "Pueden llamarme.");
    private static final LocalizedText TEXT = new LocalizedText("You may text me.", "Pueden escribirme.");
    private static final LocalizedText VOICEMAIL =
            new LocalizedText("You may leave a message.", "Pueden dejar un mensaje.");
    private static final LocalizedText MARKETING =
            new LocalizedText("You may write later.", "Pueden escribir más tarde.");

    private static ConsentTexts texts(
            @Nullable String fingerprint, LocalizedText call, LocalizedText text, Previous... previous) {
        return new ConsentTexts("2026-11", fingerprint, call, text, VOICEMAIL, MARKETING, List.of(previous));
    }

    private static ConsentTexts right(Previous... previous) {
        return texts(texts(null, CALL, TEXT).fingerprintOfTexts(), CALL, TEXT, previous);
    }

    @Test
    void everyLetterOfEveryLanguageIsPartOfTheFingerprint() {
        Set<String> fingerprints = new HashSet<>(List.of(
                texts(null, CALL, TEXT).fingerprintOfTexts(),
                texts(null, new LocalizedText("You may call me!", CALL.es()), TEXT)
                        .fingerprintOfTexts(),
                texts(null, new LocalizedText(CALL.en(), "Pueden llamarme ya."), TEXT)
                        .fingerprintOfTexts(),
                texts(null, CALL, new LocalizedText("You may Text me.", TEXT.es()))
                        .fingerprintOfTexts()));

        assertThat(fingerprints).hasSize(4).allMatch(one -> one.matches("[0-9a-f]{16}"));
    }

    @Test
    void whatPeopleWereAskedOnceKeepsItsFingerprint() {
        assertThat(texts(null, CALL, TEXT).fingerprint("en")).isEqualTo("30de618e8aa57954");
    }

    @Test
    void textsThatChangePlacesAreOtherTexts() {
        assertThat(texts(null, TEXT, CALL).fingerprintOfTexts())
                .isNotEqualTo(texts(null, CALL, TEXT).fingerprintOfTexts());
        assertThat(texts(null, new LocalizedText("ab", "x"), new LocalizedText("c", "y"))
                        .fingerprint("en"))
                .isNotEqualTo(texts(null, new LocalizedText("a", "x"), new LocalizedText("bc", "y"))
                        .fingerprint("en"));
    }

    @Test
    void spaceRoundATextIsNoChange() {
        assertThat(texts(null, new LocalizedText(" " + CALL.en() + "\n", CALL.es()), TEXT)
                        .fingerprintOfTexts())
                .isEqualTo(texts(null, CALL, TEXT).fingerprintOfTexts());
    }

    @Test
    void aFingerprintThatIsRightIsNoSlip() {
        assertThat(right().violations("consent")).isEmpty();
        assertThat(right(new Previous("2026-10", "0123456789abcdef")).violations("consent"))
                .isEmpty();
    }

    @Test
    void aMissingFingerprintIsToldAsItMustBe() {
        assertThat(texts(null, CALL, TEXT).violations("consent"))
                .containsExactly(new Violation(
                        "consent.fingerprint", "\"" + right().fingerprint() + "\", by which these texts are known"));
    }

    @Test
    void aChangedTextUnderItsOldVersionIsToldWithWhatToWrite() {
        String before = Objects.requireNonNull(right().fingerprint());
        ConsentTexts changed = texts(before, new LocalizedText("You may call me any time.", CALL.es()), TEXT);

        assertThat(changed.violations("consent")).singleElement().satisfies(violation -> {
            assertThat(violation.key()).isEqualTo("consent.fingerprint");
            assertThat(violation.expected())
                    .startsWith("\"" + changed.fingerprintOfTexts() + "\"")
                    .contains("version: \"2026-11\", fingerprint: \"" + before + "\"");
        });
    }

    @Test
    void noVersionIsUsedTwice() {
        ConsentTexts again = right(
                new Previous("2026-11", "0123456789abcdef"),
                new Previous("2026-10", "1123456789abcdef"),
                new Previous("2026-10", "2123456789abcdef"));

        assertThat(again.violations("consent"))
                .extracting(Violation::key)
                .containsExactly("consent.previous[0].version", "consent.previous[2].version");
    }

    @Test
    void aTextIsEnglishInEveryLanguageThatNobodyWrote() {
        assertThat(CALL.in("es")).isEqualTo("Pueden llamarme.");
        assertThat(CALL.in("fr")).isEqualTo(CALL.in("en")).isEqualTo("You may call me.");
    }
}
