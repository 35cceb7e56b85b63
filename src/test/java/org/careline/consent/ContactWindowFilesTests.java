package org.careline.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;
import org.careline.staff.WeekPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Holds(Promise.P11)
class ContactWindowFilesTests {

    @TempDir
    private Path folder;

    private final ContactWindowConfiguration configuration = new ContactWindowConfiguration();

    @Test
    void theShippedClinicKeepsTheStrictHours() {
        ClinicContactWindows shipped = configuration.clinicContactWindows(ClinicFiles.shipped());

        assertThat(shipped.preset()).isEqualTo("strict");
        assertThat(shipped.hours()).extracting(WeekPeriod::from).containsExactly("09:00", "12:00");
        assertThat(shipped.hours()).extracting(WeekPeriod::to).containsExactly("20:00", "18:00");
        assertThat(shipped.presets()).containsOnlyKeys("federal", "strict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands in the shipped file | the slip | line | key | found | a part of what is expected
            preset: strict | preset: gentle | 9 | preset | "gentle" | one of: federal, strict
            preset: strict | preste: strict | 9 | preste | an unknown key | preset (the nearest known key)
            as-of: 2026-11-23 | as-of: today | 5 | as-of | "today" | a date such as
            days: [sunday] | days: [] | 21 | presets.strict[1].days | nothing | days, such as
            days: [sunday] | days: [funday] | 21 | presets.strict[1].days[0] | "funday" | sunday
            from: "12:00" | form: "12:00" | 22 | presets.strict[1].form | an unknown key | from (the nearest known key)
            to: "18:00" | to: "12:00" | 23 | presets.strict[1].to | "12:00" | later than from
            to: "18:00" | to: "6 pm" | 23 | presets.strict[1].to | "6 pm" | a time in quotes
            """)
    void aSlipIsReportedWithAllThatHelps(
            String shipped, String slip, int line, String key, String found, String expected) throws IOException {
        String text = shipped();
        assertThat(text).contains(shipped);
        Path path = write(text.replaceFirst(Pattern.quote(shipped), slip));

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
    void everythingThatIsMissingIsReportedAtOnce() throws IOException {
        write("preset: strict\n");

        assertThat(faults()).extracting(Fault::key).containsExactly("as-of", "presets", "source");
    }

    @Test
    void theHoursStartWithTheClinic() {
        try (var context = context()) {
            context.registerBean(ClinicFiles.class, ClinicFiles::shipped);
            context.refresh();

            ContactWindows windows = context.getBean(ContactWindows.class);
            assertThat(windows.of(Set.of()).allows(Clinics.at("Mon 12:34"))).isTrue();
            assertThat(windows.of(Set.of()).allows(Clinics.at("Sun 09:00"))).isFalse();
        }
    }

    @Test
    void aFaultyFileStopsTheStart() throws IOException {
        Path path = write(shipped().replace("preset: strict", "preset: gentle"));

        try (var context = context()) {
            context.registerBean(ClinicFiles.class, this::files);

            assertThatThrownBy(context::refresh)
                    .hasRootCauseInstanceOf(ClinicFileFaulty.class)
                    .rootCause()
                    .hasMessageContaining(path + ", line 9: preset: found \"gentle\"");
        }
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(ClinicHours.class, () -> Clinics.ALWAYS);
        context.register(ContactWindowConfiguration.class);
        return context;
    }

    private List<Fault> faults() {
        return catchThrowableOfType(ClinicFileFaulty.class, () -> configuration.clinicContactWindows(files()))
                .faults();
    }

    private ClinicFiles files() {
        return ClinicFiles.in(List.of(folder));
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("config/contact-windows.yaml"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("contact-windows.yaml"), text);
    }
}
