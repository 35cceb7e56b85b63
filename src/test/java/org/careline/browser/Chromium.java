package org.careline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Chromium for all tests of a run: the program that {@code CARELINE_TEST_CHROMIUM} names, else the one of this machine,
 * driven by the machine's own Node. Nothing is downloaded.
 */
final class Chromium implements AutoCloseable {

    private static final String VARIABLE = "CARELINE_TEST_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Longer than any page takes on a busy machine; nobody waits for it where all is well. */
    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** What this machine lacks for these tests; empty if they can run. */
    static Optional<String> missing() {
        if (program().isEmpty()) {
            return Optional.of("There is no Chromium here; " + VARIABLE + " may name one.");
        }
        return node().isEmpty() ? Optional.of("There is no Node here to drive Chromium.") : Optional.empty();
    }

    static Chromium started() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node().orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(program().orElseThrow())
                                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))));
    }

    /** A browser of somebody's own, with a window of this look on this site. */
    Screen screen(Look look, String site) {
        Screen screen = new Screen(browser.newContext(look.options().setBaseURL(site)), look, site);
        screen.page().setDefaultTimeout(PATIENCE_MS);
        return screen;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> program() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? onPath(NAMES)
                : Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    private static Optional<Path> node() {
        return onPath(List.of("node", "nodejs"));
    }

    private static Optional<Path> onPath(List<String> names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
