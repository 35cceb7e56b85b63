package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.ClinicNumbers.Ignored;
import org.careline.settings.ClinicNumbers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Holds(Promise.P11)
class ClinicNumbersTests {

    private static final String MAIN = "+18445550100";
    private static final String SPANISH = "+18445550101";
    private static final String DOCTOR = "+13055550190";
    private static final String ON_CALL = "+13055550191";

    @TempDir
    private Path folder;

    private static ClinicNumber number(String number, String language) {
        return new ClinicNumber(number, "Line", language, "website", "Hello.", Set.of());
    }

    private static final ClinicNumbers NUMBERS = new ClinicNumbers(
            List.of(number(MAIN, "en"), number(SPANISH, "es")),
            List.of(new Ignored(DOCTOR, Kind.STAFF, "Dr. Reyes"), new Ignored(SPANISH, Kind.TRACKING, null)),
            ON_CALL);

    @Test
    void theNumberThatWasDialledIsFound() {
        assertThat(NUMBERS.dialled(SPANISH)).map(ClinicNumber::language).contains("es");
        assertThat(NUMBERS.dialled(DOCTOR)).isEmpty();
        assertThat(NUMBERS.dialled("8445550100")).isEmpty();
    }

    @Test
    void whoeverCallsFromOneOfOurPhonesIsNoLead() {
        assertThat(NUMBERS.ignored(MAIN)).contains(Kind.OWN);
        assertThat(NUMBERS.ignored(DOCTOR)).contains(Kind.STAFF);
        assertThat(NUMBERS.ignored(ON_CALL)).contains(Kind.STAFF);
        assertThat(NUMBERS.ignored("+13055550123")).isEmpty();
    }

    @Test
    void aNumberOfTheClinicIsItsOwnWhateverElseIsSaidOfIt() {
        assertThat(NUMBERS.ignored(SPANISH)).contains(Kind.OWN);
    }

    @Test
    void aNumberStandsInTheFileOnce() throws IOException {
        String file = """
                numbers:
                  - {number: "+18445550100", label: Main, source: website, greeting: Hello.}
                  - {number: "+18445550101", label: Second, source: letter, greeting: Hello.}
                  - {number: "+18445550100", label: Third, source: radio, greeting: Good day.}
                ignore:
                  - {number: "+13055550190", kind: staff}
                  - {number: "+13055550190", kind: blocked}
                """;
        Files.writeString(folder.resolve("numbers.yaml"), file);

        List<Fault> faults = catchThrowableOfType(
                        ClinicFileFaulty.class,
                        () -> ClinicFiles.in(List.of(folder)).read("numbers", ClinicNumbers.class))
                .faults();

        assertThat(faults)
                .extracting(Fault::key, Fault::found, Fault::line)
                .containsExactly(
                        tuple("numbers[2].number", "\"+18445550100\"", 4),
                        tuple("ignore[1].number", "\"+13055550190\"", 7));
    }
}
