package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindows;
import org.careline.followup.ClinicCadences.Step;
import org.careline.lead.Channel;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Holds(Promise.P11)
class FollowUpFilesTests {

    @TempDir
    private Path folder;

    private final FollowUpConfiguration configuration = new FollowUpConfiguration();

    @Test
    void theShippedClinicCallsSixTimes() {
        ClinicCadences shipped = configuration.clinicCadences(ClinicFiles.shipped());

        assertThat(shipped.afterHours()).isEqualTo(Duration.ofMinutes(30));
        assertThat(shipped.cadences()).containsOnlyKeys("new-enquiry", "missed-call", "voicemail");
        assertThat(shipped.cadences().values())
                .allSatisfy(steps -> assertThat(steps).hasSize(6));
        assertThat(shipped.cadences().get("new-enquiry"))
                .containsExactly(
                        new Step(0, Duration.ofMinutes(5)),
                        new Step(0, Duration.ofHours(4)),
                        new Step(1, Duration.ZERO),
                        new Step(3, Duration.ZERO),
                        new Step(7, Duration.ZERO),
                        new Step(14, Duration.ZERO));
        assertThat(shipped.starts().of(Channel.CALL)).isEqualTo("missed-call");
        assertThat(shipped.starts().voicemail()).isEqualTo("voicemail");
        assertThat(List.of(Channel.SMS, Channel.FORM, Channel.QUIZ, Channel.API))
                .allSatisfy(channel -> assertThat(shipped.starts().of(channel)).isEqualTo("new-enquiry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands in the shipped file | the slip | line | key | found | a part of what is expected
            after-hours: 30m | after-hour: 30m | 8 | after-hour | an unknown key | after-hours (the nearest known key)
            after-hours: 30m | after-hours: soon | 8 | after-hours | "soon" | a length of time
            after-hours: 30m | after-hours: 36h | 8 | after-hours | "36h" | less than a day
            after-hours: 30m | after-hours: 30 | 8 | after-hours | "30" | whole minutes
            after-hours: 30m | after-hours: -5m | 8 | after-hours | "-5m" | whole minutes
            cadences: | cadence: | 17 | cadence | an unknown key | cadences (the nearest known key)
            - after: 4h | - afetr: 4h | 18 | cadences.new-enquiry[1].afetr | an unknown key | after (the nearest known key)
            - after: 4h | - after: later | 18 | cadences.new-enquiry[1].after | "later" | a length of time
            - after: 4h | - after: 4m | 18 | cadences.new-enquiry[1].after | "4m" | later than the one above
            - after: 4h | - after: 5m | 18 | cadences.new-enquiry[1].after | "5m" | later than the one above
            - after: 4h | - after: 24h | 18 | cadences.new-enquiry[1].after | "24h" | less than a day
            - after: 4h | - after: 240 | 18 | cadences.new-enquiry[1].after | "240" | whole minutes
            - day: 7 | - day: seven | 21 | cadences.new-enquiry[4].day | "seven" | a whole number
            - day: 7 | - day: 3 | 21 | cadences.new-enquiry[4].day | "3" | later than the one above
            - day: 14 | - day: 91 | 22 | cadences.new-enquiry[5].day | "91" | 0 to 90 days
            - day: 14 | - day: -1 | 22 | cadences.new-enquiry[5].day | "-1" | 0 to 90 days
            - day: 14 | - weekday: 1 | 22 | cadences.new-enquiry[5].weekday | an unknown key | day
            - after: 5m | - after: 0m | 17 | cadences.new-enquiry[0] | nothing | how much later
            call: missed-call | call: missed-calls | 42 | starts.call | "missed-calls" | one of: new-enquiry, missed-call, voicemail
            voicemail: voicemail | voicemail: mailbox | 43 | starts.voicemail | "mailbox" | one of: new-enquiry
            sms: new-enquiry | | 42 | starts.sms | nothing | the name of a cadence
            quiz: new-enquiry | quizz: new-enquiry | 46 | starts.quizz | an unknown key | quiz (the nearest known key)
            """)
    void aSlipIsReportedWithAllThatHelps(
            String shipped, String slip, int line, String key, String found, String expected) throws IOException {
        String text = shipped();
        assertThat(text).contains(shipped);
        Path path = write(text.replaceFirst(Pattern.quote(shipped), slip == null ? "" : slip));

        assertThat(faults())
                .filteredOn(fault -> fault.key().equals(key))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo(path.toString());
                    assertThat(fault.found()).isEqualTo(found);
                    assertThat(fault.expected()).contains(expected);
                    assertThat(fault.line()).isEqualTo(line);
                });
    }

    @Test
    void aCadenceWithoutStepsIsAFault() throws IOException {
        write(shipped().replaceFirst("(?s)voicemail:\\n.*?\\n\\n", "voicemail: []\n\n"));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("cadences.voicemail");
            assertThat(fault.found()).isEqualTo("nothing");
            assertThat(fault.expected()).isEqualTo("at least one step");
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void aStepLeftEmptyIsAFault() throws IOException {
        write(shipped().replaceFirst("- day: 14", "-"));

        assertThat(faults())
                .filteredOn(fault -> fault.expected().startsWith("how much later"))
                .extracting(Fault::key)
                .containsExactly("cadences.new-enquiry[5]");
    }

    @Test
    void everythingThatIsMissingIsReportedAtOnce() throws IOException {
        write("after-hours: 10m\n");

        assertThat(faults()).extracting(Fault::key).containsExactly("cadences", "starts");
    }

    @Test
    void theRulesStartWithTheClinic() {
        try (var context = context()) {
            context.registerBean(ClinicFiles.class, ClinicFiles::shipped);
            context.refresh();

            assertThat(context.getBean(Cadences.class).startedBy(Channel.CALL, true))
                    .isEqualTo("voicemail");
        }
    }

    @Test
    void aFaultyFileStopsTheStart() throws IOException {
        Path path = write(shipped().replace("call: missed-call", "call: none"));

        try (var context = context()) {
            context.registerBean(ClinicFiles.class, this::files);

            assertThatThrownBy(context::refresh)
                    .hasRootCauseInstanceOf(ClinicFileFaulty.class)
                    .rootCause()
                    .hasMessageContaining(path + ", line 42: starts.call: found \"none\"");
        }
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(ContactWindows.class, () -> new ContactWindows(Clinics.WINDOWS, Clinics.ALWAYS));
        context.register(FollowUpConfiguration.class);
        return context;
    }

    private List<Fault> faults() {
        return catchThrowableOfType(ClinicFileFaulty.class, () -> configuration.clinicCadences(files()))
                .faults();
    }

    private ClinicFiles files() {
        return ClinicFiles.in(List.of(folder));
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("config/cadences.yaml"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("cadences.yaml"), text);
    }
}
