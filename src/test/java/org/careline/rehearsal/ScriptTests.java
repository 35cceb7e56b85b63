package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.careline.Careline;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command that plays scripts, as people run it; each script is an application of its own. */
class ScriptTests {

    private static final Path SHIPPED = Path.of("config/rehearsals");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** The command silences the whole process, which ends with it; this one goes on. */
    @AfterEach
    void othersAreHeardAgain() {
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        logging.resetTurboFilterList();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }

    private int rehearse(Path place) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Rehearsals.run(Careline.class, out, "--careline.rehearse=" + place);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("long")
    @Holds({Promise.P4, Promise.P5})
    void theShippedScriptsHold() throws IOException {
        theScriptsHold(SHIPPED);
    }

    /** One for each thing that users of other systems complain of, named after it. */
    @Test
    @Tag("long")
    @Holds({Promise.P4, Promise.P9})
    void whatUsersOfOtherSystemsComplainOfDoesNotHappen() throws IOException {
        theScriptsHold(Path.of("src/test/resources/complaints"));
    }

    private void theScriptsHold(Path scripts) throws IOException {
        int code = rehearse(scripts);

        assertThat(text()).contains("All scripts hold.").doesNotContain("does not hold");
        assertThat(code).isZero();
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(text().split("  holds", -1))
                    .hasSize((int) files.filter(file -> file.toString().endsWith(".yaml"))
                                    .count()
                            + 1);
        }
    }

    @Test
    void aShippedScriptHolds() {
        int code = rehearse(SHIPPED.resolve("accepted.yaml"));

        assertThat(text()).contains("All scripts hold.");
        assertThat(code).isZero();
    }

    @Test
    void whatDoesNotBecomeAsExpectedIsToldWithItsPlace() throws IOException {
        Path script = folder.resolve("wrong.yaml");
        Files.writeString(script, """
                name: Everything is wrong
                at: "2026-12-02T10:30-05:00"
                away: [nobody]
                phones:
                  - number: "988"
                    after: 2s
                callers:
                  - from: "+13055550175"
                    to: "+18445550100"
                    does:
                      - press 9
                    expect:
                      ended: voicemail
                      within: 1s
                      talks-with: "+13055550111"
                """);

        int code = rehearse(script);

        assertThat(code).isEqualTo(1);
        assertThat(text())
                .contains(script + ", line 3: away[0]: found nobody of this id")
                .contains(script + ", line 13: callers[0].expect.ended: found CRISIS, expected VOICEMAIL")
                .contains("line 14: callers[0].expect.within")
                .contains("line 15: callers[0].expect.talks-with: found 988, expected +13055550111")
                .contains("Not all scripts hold.");
    }

    @Test
    void aFaultyScriptIsNotPlayed() throws IOException {
        Path script = folder.resolve("faulty.yaml");
        Files.writeString(script, """
                name: Faulty
                at: "tomorrow"
                callers:
                  - from: "+13055550175"
                    to: "+18445550100"
                    does:
                      - shout
                """);

        assertThat(rehearse(script)).isEqualTo(1);

        assertThat(text()).contains("line 2: at: found", "line 7: callers[0].does[0]: found");
    }

    @Test
    void onlyThisArgumentAsksForIt() {
        assertThat(Rehearsals.isWanted("--careline.rehearse=config/rehearsals")).isTrue();
        assertThat(Rehearsals.isWanted("--server.port=0")).isFalse();
    }
}
