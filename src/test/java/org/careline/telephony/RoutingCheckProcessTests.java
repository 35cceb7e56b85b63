package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Holds(Promise.P11)
class RoutingCheckProcessTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int check() {
        return RoutingCheckProcess.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                "--careline.check=routing",
                "--spring.config.additional-location=file:" + folder + "/");
    }

    private String report() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), content);
    }

    @Test
    void theShippedExamplesHoldAndTheWorstCaseIsTold() {
        int code = check();

        assertThat(report()).contains("ok      A new caller on a Monday morning", "worst   ", "crisis  key 9");
        assertThat(report()).doesNotContain("BROKEN");
        assertThat(code).isZero();
    }

    @Test
    void anExampleThatDoesNotHoldIsTold() throws IOException {
        file("call-examples", """
                examples:
                  - name: Ben first
                    at: "2026-11-23T10:00"
                    rings: [ben, ana, cleo]
                  - name: A stranger
                    at: "2026-11-23T10:00"
                    rings: [zoe]
                """);

        int code = check();

        assertThat(report())
                .contains(
                        "BROKEN  Ben first",
                        "rings ana, ben, cleo, expected rings ben, ana, cleo",
                        "no coordinator called zoe");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void anExampleThatCannotBeReadIsAFaultOfItsFile() throws IOException {
        file("call-examples", "examples:\n  - name: When?\n    at: yesterday\n    voicemail: nobody\n");

        int code = check();

        assertThat(report()).contains("call-examples.yaml", "examples[0].at", "expected a date and time");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void anExampleOnADayThatNeverWasIsToldAsSuch() throws IOException {
        file("call-examples", """
                examples:
                  - name: The thirtieth of February
                    at: "2026-02-30T10:00"
                    voicemail: nobody
                  - name: The year nought
                    at: "0000-11-23T10:00"
                    voicemail: nobody
                """);

        int code = check();

        assertThat(report().split("no such date", -1)).hasSize(3);
        assertThat(code).isEqualTo(1);
    }

    @Test
    void theShippedExamplesAreNoOtherClinics() throws IOException {
        anaWorks("monday", "03:00", "04:00");
        clinicIsOpen("tuesday", "09:00", "17:00");

        int code = check();

        assertThat(report()).contains("REFUSED in no opening hour of five weeks can a caller reach anybody");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void hoursInWhichNobodyIsOnShiftAreTold() throws IOException {
        file("call-examples", "examples: []\n");
        clinicIsOpen("monday", "09:00", "17:00");
        anaWorks("monday", "09:00", "16:00");

        int code = check();

        assertThat(report())
                .contains(
                        "look    nobody is on shift for 4 of 32 open quarters of an hour a week, first on Monday at 16:00");
        assertThat(code).isZero();
    }

    private void anaWorks(String day, String from, String to) throws IOException {
        file("coordinators", """
                burst:
                  leads: 3
                  within: 10m
                coordinators:
                  - id: ana
                    name: Ana Reyes
                    phone: "+13055550111"
                    languages: [en]
                    weight: 1
                    capacity: 40
                    shifts:
                      - days: [%s]
                        from: "%s"
                        to: "%s"
                """.formatted(day, from, to));
    }

    private void clinicIsOpen(String day, String from, String to) throws IOException {
        file("hours", """
                zone: America/New_York
                open:
                  - days: [%s]
                    from: "%s"
                    to: "%s"
                """.formatted(day, from, to));
    }
}
