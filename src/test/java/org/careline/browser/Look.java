package org.careline.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at the pages.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param dark whether they prefer dark pages
 * @param locale what their browser asks for
 * @param javaScript whether scripts run
 */
record Look(int width, int height, boolean dark, String locale, boolean javaScript) {

    static final Look DESK = new Look(1280, 820, false, "en-US", true);
    static final Look PHONE = new Look(390, 844, false, "en-US", true);

    /** The width that WCAG 1.4.10 asks for: 1280 pixels at 400 %. */
    static final Look NARROW = new Look(320, 640, false, "en-US", true);

    Look inTheDark() {
        return new Look(width, height, true, locale, javaScript);
    }

    Look inSpanish() {
        return new Look(width, height, dark, "es-US", javaScript);
    }

    Look withoutJavaScript() {
        return new Look(width, height, dark, locale, false);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(locale)
                .setTimezoneId("America/New_York")
                .setJavaScriptEnabled(javaScript);
    }

    /** As it stands in the name of a screenshot. */
    @Override
    public String toString() {
        return width + (dark ? "-dark" : "-light");
    }
}
