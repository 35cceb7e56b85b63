package org.careline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFiles;
import org.junit.jupiter.api.Test;

@Holds(Promise.P5)
class PhraseScanTests {

    private static final PhraseScan SCAN =
            PhraseScan.of(ClinicFiles.shipped().read("crisis-phrases", CrisisPhrases.class));

    @Test
    void whatTellsOfDangerIsHeard() throws IOException {
        assertThat(sentences("heard"))
                .allSatisfy(
                        sentence -> assertThat(SCAN.in(sentence)).as(sentence).isPresent());
    }

    @Test
    void whatOnlySoundsLikeItIsNot() throws IOException {
        assertThat(sentences("harmless"))
                .allSatisfy(
                        sentence -> assertThat(SCAN.in(sentence)).as(sentence).isEmpty());
    }

    @Test
    void howItIsTypedMakesNoDifference() throws IOException {
        List<UnaryOperator<String>> hands = List.of(
                sentence -> sentence.toUpperCase(Locale.ROOT),
                sentence -> Normalizer.normalize(sentence, Normalizer.Form.NFD).replaceAll("\\p{M}", ""),
                sentence -> sentence.replace("'", ""),
                sentence -> sentence.replace('\'', '\u2019'),
                sentence -> sentence.replace('\'', '\u00b4'),
                sentence -> sentence.replace(" ", "\n"),
                sentence -> sentence.replace(" ", " \ud83d\ude22 "),
                sentence -> sentence.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u200b"),
                sentence -> sentence.replaceAll("(?<=[a-z])(?=[a-z])", "\u00ad"),
                sentence -> sentence.replaceAll("([aeiou])(?=[^aeiou])", "$1$1$1$1"),
                sentence -> sentence.replaceAll("[a-z]", "$0 "),
                sentence -> sentence.replace(" ", "&nbsp;"),
                sentence -> "<p>" + sentence.replace(" ", "<br>") + "</p>",
                sentence -> "Hello, my name is Maya. " + sentence + " Please call me in the morning, thank you!!!");

        // Of a denial that is taken back, the turn has to be readable.
        List<String> plain = sentences("heard").stream()
                .filter(sentence -> !sentence.contains("not suicidal"))
                .toList();
        for (String sentence : plain) {
            for (int hand = 0; hand < hands.size(); hand++) {
                String typed = hands.get(hand).apply(sentence);
                assertThat(SCAN.in(typed)).as("%d: %s", hand, typed).isPresent();
            }
        }
    }

    @Test
    void itSaysWhatSortOfPhraseByWhichListAndNothingOfTheText() {
        assertThat(SCAN.in("I have pills, quiero morir"))
                .contains(
                        new Danger("2026-11-29", Set.of(DangerKind.MEANS, DangerKind.WISH_TO_DIE), Set.of("en", "es")));
    }

    @Test
    void whatIsSaidInAMenuCountsMoreEasily() {
        assertThat(SCAN.spoken("no es una emergencia")).isTrue();
        assertThat(SCAN.spoken("crisis")).isTrue();
        assertThat(SCAN.in("I was in crisis management")).isEmpty();
        assertThat(SCAN.spoken("I would like an appointment")).isFalse();
    }

    @Test
    void aDenialIsTakenBackByATurn() {
        assertThat(SCAN.in("I am not suicidal")).isEmpty();
        assertThat(SCAN.in("I am not suicidal, but some days I wonder")).isPresent();
        assertThat(SCAN.in("No soy suicida, pero a veces lo pienso")).isPresent();
    }

    private static List<String> sentences(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/safety", file + ".txt"));
    }
}
