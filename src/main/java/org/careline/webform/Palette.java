package org.careline.webform;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.careline.settings.ClinicForms.Colours;
import org.careline.settings.Colour;

/**
 * The colours of a page, on a light or on a dark screen, from the three that a clinic chose. Letters reach a contrast of
 * 4.5 wherever they stand, edges of fields 3 (WCAG 2.2, 1.4.3 and 1.4.11), whatever was chosen, for the chosen ones were
 * checked when the application started.
 *
 * @param ground around the sheet
 * @param sheet what is written on
 * @param text the letters
 * @param muted letters that matter less
 * @param accent links and buttons
 * @param band behind the clinic's name
 * @param edge around fields
 * @param fault letters that say what is wrong
 */
record Palette(
        Colour ground, Colour sheet, Colour text, Colour muted, Colour accent, Colour band, Colour edge, Colour fault) {

    private static final Colour BLACK = Colour.of("#000000");
    private static final Colour WHITE = Colour.of("#ffffff");
    private static final Colour NIGHT = Colour.of("#15181b");
    private static final Colour DAWN = Colour.of("#eceff0");
    private static final Colour RED = Colour.of("#b3261e");
    private static final Colour RED_AT_NIGHT = Colour.of("#ff9d94");
    private static final double DARK = 0.18;

    /** On a light screen: the chosen ones. */
    static Palette light(Colours chosen) {
        Colour accent = Colour.of(chosen.accent());
        return of(Colour.of(chosen.background()), Colour.of(chosen.text()), accent, accent);
    }

    /** On a dark screen: the chosen ones if they are dark already, else dark ones with a touch of the accent. */
    static Palette dark(Colours chosen) {
        if (Colour.of(chosen.background()).luminance() < DARK) {
            return light(chosen);
        }
        Colour accent = Colour.of(chosen.accent());
        Colour sheet = NIGHT.mixed(accent, 6);
        Colour bright = towards(accent, WHITE, colour -> colour.contrast(sheet) >= Colour.READABLE + 1);
        return of(sheet, DAWN, bright, accent.mixed(BLACK, 45));
    }

    private static Palette of(Colour sheet, Colour text, Colour accent, Colour band) {
        Colour ground = towards(
                sheet.mixed(accent, 8),
                sheet,
                colour -> colour.contrast(text) >= Colour.READABLE && colour.contrast(accent) >= Colour.READABLE);
        Predicate<Colour> readable =
                colour -> colour.contrast(sheet) >= Colour.READABLE && colour.contrast(ground) >= Colour.READABLE;
        return new Palette(
                ground,
                sheet,
                text,
                towards(text.mixed(sheet, 35), text, readable),
                accent,
                band,
                towards(text.mixed(sheet, 55), text, colour -> colour.contrast(sheet) >= Colour.VISIBLE),
                towards(sheet.luminance() < DARK ? RED_AT_NIGHT : RED, text, readable));
    }

    /** The first colour on the way to a goal that is good enough; the goal if none is. */
    private static Colour towards(Colour from, Colour goal, Predicate<Colour> enough) {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(percent -> from.mixed(goal, percent))
                .filter(enough)
                .findFirst()
                .orElse(goal);
    }

    /** The style sheet of these colours. */
    static String css(Colours chosen) {
        return ":root{%s}%n@media screen and (prefers-color-scheme:dark){:root{%s}}%n"
                .formatted(light(chosen).variables(), dark(chosen).variables());
    }

    private String variables() {
        return "--ground:%s;--sheet:%s;--text:%s;--muted:%s;--accent:%s;--on-accent:%s;--band:%s;--on-band:%s;--edge:%s;--fault:%s"
                .formatted(ground, sheet, text, muted, accent, accent.ink(), band, band.ink(), edge, fault);
    }
}
