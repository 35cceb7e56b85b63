package org.careline.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.support.WrittenPage;
import org.junit.jupiter.api.Test;

class PromisesPageTests {

    private static final Path PAGE = Path.of("src", "docs", "promises.md");
    private static final List<MarkedTest> TESTS = MarkedTest.all();

    @Test
    void thePageSaysWhatTheTestsSay() throws IOException {
        if (WrittenPage.wanted()) {
            Files.writeString(KeptRun.COMMITTED, lastRuns().map(KeptRun::line).collect(Collectors.joining()));
        }

        WrittenPage.mustBe(PAGE, new PromisesPage(TESTS, KeptRun.of(KeptRun.COMMITTED)).text());
    }

    @Test
    void everyPromiseIsHeldByATestOrSaysWhatIsMissing() {
        assertThat(Promise.values())
                .allSatisfy(promise -> assertThat(promise.missing().isEmpty()
                                || TESTS.stream()
                                        .anyMatch(test -> test.promises().contains(promise)))
                        .isTrue());
        assertThat(TESTS).isNotEmpty();
    }

    /** Of each scenario the run with the most rounds, of those the latest: a short run does not take a long one's place. */
    private static Stream<KeptRun> lastRuns() {
        Map<String, KeptRun> last = new LinkedHashMap<>();
        Stream.of(KeptRun.COMMITTED, KeptRun.FRESH)
                .flatMap(file -> KeptRun.of(file).stream())
                .forEach(run ->
                        last.merge(run.scenario(), run, (one, next) -> next.rounds() < one.rounds() ? one : next));
        return last.values().stream();
    }
}
