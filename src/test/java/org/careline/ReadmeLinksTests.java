package org.careline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README points at is there; its commands are run by {@code src/test/readme/run-recipes}. */
class ReadmeLinksTests {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)|src=\"([^\"]+)\"");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(LINK.matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(link -> Path.of(link.group(1) == null ? link.group(2) : link.group(1))))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).exists());
    }
}
