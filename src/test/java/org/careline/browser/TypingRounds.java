package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ana types on a lead's page, round after round, while Ben writes notes with the same lead and every answer is late by chance:
 * at human speed or pasted at once, into a page that was just opened or that is old. Each text ends in one of the ways in which
 * people go on, and must be a note afterwards, letter for letter and once.
 */
final class TypingRounds {

    /** The answers of the page's own requests come this much later, by chance. */
    private static final String LATE = """
            (() => {
              let state = %d;
              const next = () => (state = (state * 1103515245 + 12345) %% 2147483648) / 2147483648;
              const own = window.fetch;
              window.fetch = async (...request) => {
                const answer = await own(...request);
                await new Promise((go) => setTimeout(go, next() * 400));
                return answer;
              };
            })()
            """;

    private static final int MOST_PRESSES = 10;

    private static final String LETTERS = "abcdefghij klmnop qrstuv wxyz ÄöüñéЖ漢 .,;:!?'\"<>&%$#@\n";

    /** How a text goes on. */
    private enum Ending {
        SAVED,
        SAVED_WITH_AN_OUTCOME,
        RELOADED,
        LEFT_AND_FOUND_AGAIN
    }

    private final FrontOffice office;
    private final Screen ana;
    private final Page page;
    private final String lead;
    private final Random random;
    private final List<String> typed = new ArrayList<>();

    TypingRounds(FrontOffice office, Screen ana, String lead, long seed) {
        this.office = office;
        this.ana = ana;
        this.page = ana.page();
        this.lead = lead;
        this.random = new Random(seed);
        page.addInitScript(LATE.formatted(seed));
        page.onDialog(Dialog::accept);
    }

    /** Everything that was typed so far, as notes are kept. */
    List<String> typed() {
        return typed;
    }

    void round(int number) {
        if (number == 0 || random.nextInt(3) == 0) {
            open();
        }
        page.locator("#dismiss-done").all().forEach(Locator::click);
        String text = text(number);
        CompletableFuture<Void> colleague = CompletableFuture.runAsync(() -> IntStream.range(0, 1 + number % 3)
                .forEach(note -> office.noteBy("ben", lead, "Ben, " + number + " " + note)));
        write(text);
        end(Ending.values()[random.nextInt(Ending.values().length)], text);
        colleague.join();
        typed.add(text);
    }

    private void open() {
        page.navigate("/console/leads/" + lead);
        ana.ready();
    }

    private void write(String text) {
        page.locator("#note").focus();
        if (random.nextBoolean()) {
            page.keyboard().insertText(text);
        } else {
            int from = 0;
            while (from < text.length()) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(8));
                page.keyboard()
                        .type(text.substring(from, to), new Keyboard.TypeOptions().setDelay(10 + random.nextInt(50)));
                from = to;
            }
        }
    }

    private void end(Ending ending, String text) {
        switch (ending) {
            case SAVED -> pressed("#save-note");
            case SAVED_WITH_AN_OUTCOME -> {
                page.locator("#outcome").selectOption("SPOKE_NOT_INTERESTED");
                pressed("#save-outcome");
            }
            case RELOADED -> {
                page.reload();
                found(text);
                pressed("#save-note");
            }
            case LEFT_AND_FOUND_AGAIN -> {
                page.locator(".brand").click();
                page.waitForURL("**/queue");
                open();
                found(text);
                pressed("#save-note");
            }
        }
        assertThat(page.locator("#note")).hasValue("");
    }

    /** Pressed again when the page says that it did not work, as it asks for: the store of a busy machine may be slow. */
    private void pressed(String button) {
        Locator done = page.locator("#done");
        Locator failed = page.locator("#banner[data-cause=act]");
        for (int times = 0; times < MOST_PRESSES && !done.isVisible(); times++) {
            page.locator(button).click();
            assertThat(done.or(failed).first()).isVisible();
        }
        assertThat(done).isVisible();
    }

    private void found(String text) {
        ana.ready();
        assertThat(page.locator("#note")).hasValue(text);
    }

    /** Begins and ends with a letter, for a note is kept without the space around it. */
    private String text(int number) {
        String some = random.ints(20 + random.nextInt(50), 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
        return "Round " + number + ": " + some + " end";
    }
}
