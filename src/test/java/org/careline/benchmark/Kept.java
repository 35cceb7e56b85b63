package org.careline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where figures are kept; those of a quick run never take the place of real ones. */
final class Kept {

    private static final String BEGIN = "<!-- benchmark-table -->\n";
    private static final String END = "<!-- /benchmark-table -->";
    private static final Path README = Path.of("README.md");
    private static final Path PICTURE = Path.of("src", "docs", "benchmark.svg");

    private Kept() {}

    static void files(String report, String picture, boolean quick) {
        String name = quick ? "benchmark-quick" : "benchmark";
        write(Path.of("target", name + ".md"), report);
        write(Path.of("target", name + ".svg"), picture);
    }

    /** Puts them where readers look for them. */
    static void published(String report, String picture) {
        try {
            String readme = Files.readString(README);
            int begin = readme.indexOf(BEGIN) + BEGIN.length();
            int end = readme.indexOf(END, begin);
            if (begin < BEGIN.length() || end < 0) {
                throw new IllegalStateException("The README has no place for figures");
            }
            write(README, readme.substring(0, begin) + report + readme.substring(end));
            write(PICTURE, picture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
