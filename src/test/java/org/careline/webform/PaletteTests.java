package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.careline.settings.ClinicForms.Colours;
import org.careline.settings.Colour;
import org.junit.jupiter.api.Test;

class PaletteTests {

    private static final Colours SHIPPED = new Colours("#1f5f5b", "#ffffff", "#1c2321");
    private static final int PALETTES = 5_000;

    @Test
    void aLightScreenShowsWhatWasChosen() {
        Palette light = Palette.light(SHIPPED);

        assertThat(List.of(light.accent(), light.band(), light.sheet(), light.text()))
                .extracting(Colour::toString)
                .containsExactly("#1f5f5b", "#1f5f5b", "#ffffff", "#1c2321");
    }

    @Test
    void aDarkScreenIsDark() {
        Palette dark = Palette.dark(SHIPPED);

        assertThat(dark.sheet().luminance()).isLessThan(0.05);
        assertThat(dark.text().luminance()).isGreaterThan(0.7);
        assertThat(dark.accent()).isNotEqualTo(Palette.light(SHIPPED).accent());
    }

    @Test
    void aDarkLookIsLeftAsItIs() {
        Colours night = new Colours("#9fd8d2", "#101418", "#f4f6f6");

        assertThat(Palette.dark(night)).isEqualTo(Palette.light(night));
        assertThat(Palette.light(night).sheet()).hasToString("#101418");
    }

    @Test
    void theStyleSheetHasBoth() {
        assertThat(Palette.css(SHIPPED))
                .startsWith(":root{--ground:")
                .contains("--sheet:#ffffff", "@media screen and (prefers-color-scheme:dark){:root{")
                .doesNotContain("null");
    }

    @Test
    void everythingIsReadableWhateverWasChosen() {
        Random random = new Random(20261125);
        int tried = 0;
        int darkLooks = 0;
        for (int made = 0; made < PALETTES; tried++) {
            Colours chosen = new Colours(any(random), any(random), any(random));
            Colour background = Colour.of(chosen.background());
            if (faint(chosen.accent(), background) || faint(chosen.text(), background)) {
                continue;
            }
            made++;
            darkLooks += Palette.dark(chosen).equals(Palette.light(chosen)) ? 1 : 0;
            assertReadable(Palette.light(chosen), chosen);
            assertReadable(Palette.dark(chosen), chosen);
        }
        System.out.printf("palettes: %d of %d drawn could be chosen, %d dark%n", PALETTES, tried, darkLooks);
        assertThat(darkLooks).isBetween(PALETTES / 10, PALETTES * 9 / 10);
    }

    private static void assertReadable(Palette palette, Colours chosen) {
        for (Colour paper : List.of(palette.sheet(), palette.ground())) {
            for (Colour letters : List.of(palette.text(), palette.muted(), palette.accent(), palette.fault())) {
                assertThat(letters.contrast(paper))
                        .as("%s on %s of %s", letters, paper, chosen)
                        .isGreaterThanOrEqualTo(Colour.READABLE);
            }
        }
        assertThat(palette.edge().contrast(palette.sheet())).as("%s", chosen).isGreaterThanOrEqualTo(Colour.VISIBLE);
    }

    private static boolean faint(String letters, Colour paper) {
        return Colour.of(letters).contrast(paper) < Colour.READABLE;
    }

    private static String any(Random random) {
        return new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256)).toString();
    }
}
