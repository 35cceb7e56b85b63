package org.careline.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The accessibility check, axe-core: WCAG 2.0 to 2.2 at A and AA, and what it calls best practice. What it cannot decide by
 * itself, such as whether a text alternative says the right thing, it does not report.
 */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String SOURCE = source();

    private Axe() {}

    /** What it finds on the page as it is now: the rule, and the elements. */
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate("""
                async options => (await axe.run(document, options)).violations
                    .map(fault => fault.id + ': ' + fault.help + ' ' + fault.nodes.map(node => node.html).join(' '))
                """, Map.of("runOnly", RULES, "resultTypes", List.of("violations")));
    }

    private static String source() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
