package org.careline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of libraries names every one that the pom ships; what those bring along is looked after by hand. */
class ThirdPartyTests {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern NAME = Pattern.compile("<artifactId>(?:spring-boot-starter)?([^<]+)</artifactId>");
    private static final Pattern NOT_SHIPPED = Pattern.compile("<scope>(test|import|provided)</scope>");

    @Test
    void everyLibraryThatIsShippedIsListed() throws IOException {
        List<String> shipped = shipped();

        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(Files.readString(Path.of("src/docs/third-party.md"))).contains(shipped);
    }

    @Test
    void whatOnlyTestsNeedIsNotShipped() throws IOException {
        assertThat(shipped())
                .contains("spring-modulith-api")
                .noneMatch(name -> name.startsWith("spring-modulith-starter"));
    }

    private static List<String> shipped() throws IOException {
        return DEPENDENCY
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> !NOT_SHIPPED.matcher(dependency).find())
                .flatMap(dependency -> NAME.matcher(dependency).results().limit(1))
                .map(found -> found.group(1))
                .toList();
    }
}
