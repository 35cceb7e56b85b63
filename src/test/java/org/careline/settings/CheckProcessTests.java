package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Holds(Promise.P11)
class CheckProcessTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int check(String... more) {
        return CheckProcess.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Stream.concat(
                                Stream.of(
                                        "--careline.check=all", "--spring.config.additional-location=" + folder + "/"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String report() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void change(String file, String from, String to) throws IOException {
        String shipped = Files.readString(Path.of("config", file));
        assertThat(shipped).contains(from);
        Files.writeString(folder.resolve(file), shipped.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    @Test
    void everyShippedFileIsNamedAndGood() throws IOException {
        assertThat(check()).isZero();

        try (Stream<Path> files = Files.list(Path.of("config"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .filter(name -> !name.equals("application.yaml") && !name.equals("recorded-prompts.yaml")))
                    .allSatisfy(name -> assertThat(report()).contains("ok      " + name));
        }
        assertThat(report()).contains("ok      settings").endsWith("Everything can be used.\n");
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnce() throws IOException {
        change("hours.yaml", "\nopen:", "\nopem:");
        change("numbers.yaml", "label", "lable");
        Files.writeString(folder.resolve("cadences.yaml"), "cadences:\n\t- x\n");
        Files.writeString(folder.resolve("application.yaml"), "careline:\n  regon: US\n");

        assertThat(check("--careline.webform.token-age=soon")).isEqualTo(1);

        assertThat(report())
                .contains("FAULTY  settings", "application.yaml], line 2: careline.regon: found an unknown key")
                .contains("command line: careline.webform.token-age: found \"soon\"")
                .contains(folder.resolve("hours.yaml") + ", line ", "opem: found an unknown key")
                .contains(folder.resolve("numbers.yaml") + ", line ", "lable: found an unknown key")
                .contains(folder.resolve("cadences.yaml") + ", line 2")
                .contains("ok      forms.yaml", "waits   call-examples.yaml", "waits   coordinators.yaml");
        assertThat(report().split("lable: found", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"careline: [,", "'careline:\n\tx: 1'"})
    void settingsThatAreNoYamlAreAFaultToo(String content) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), content);

        assertThat(check()).isEqualTo(1);
        assertThat(report()).contains("FAULTY  settings").contains("application.yaml");
    }

    @Test
    void aChangedConsentTextUnderItsOldVersionIsToldWithWhatToWrite() throws IOException {
        change("forms.yaml", "may call me at this number about my request", "may call me at any time");

        assertThat(check()).isEqualTo(1);
        assertThat(report())
                .containsPattern(
                        "forms.yaml, line \\d+: forms.consultation.consent.fingerprint: found \"ee64faef7aed1b86\", "
                                + "expected \"[0-9a-f]{16}\"")
                .contains("add below previous: version: \"2026-11\", fingerprint: \"ee64faef7aed1b86\"");
    }

    @Test
    void aNewVersionBesideTheOldOneIsGood() throws IOException {
        change("forms.yaml", "may call me at this number about my request", "may call me at any time");
        check();
        String now = report().replaceAll("(?s).*expected \"([0-9a-f]{16})\", that of.*", "$1");
        String file = Files.readString(folder.resolve("forms.yaml"))
                .replace(
                        "      version: \"2026-11\"\n      fingerprint: \"ee64faef7aed1b86\"",
                        "      version: \"2026-12\"\n      fingerprint: \"" + now + "\"\n      previous:\n"
                                + "        - version: \"2026-11\"\n          fingerprint: \"ee64faef7aed1b86\"");
        Files.writeString(folder.resolve("forms.yaml"), file);
        printed.reset();

        assertThat(check()).isZero();
    }

    @Test
    void aVersionNamesOneWordingOnly() throws IOException {
        change(
                "forms.yaml",
                "fingerprint: \"ee64faef7aed1b86\"\n      call",
                "fingerprint: \"ee64faef7aed1b86\"\n      previous:\n        - version: \"2026-11\"\n          fingerprint: \"0123456789abcdef\"\n      call");

        assertThat(check()).isEqualTo(1);
        assertThat(report())
                .contains("consent.previous[0].version: found \"2026-11\", expected a version that no other");
    }
}
