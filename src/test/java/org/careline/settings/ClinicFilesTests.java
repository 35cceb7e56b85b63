package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Holds(Promise.P11)
class ClinicFilesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # file | what stands in the shipped file | the slip | line | key | found | a part of what is expected
            numbers | numbers:            | nubmers:            | 5  | nubmers                | an unknown key | numbers (the nearest known key)
            numbers | ignore: []          | ignored: []         | 20 | ignored                | an unknown key | ignore (the nearest known key)
            numbers | label: Main         | lable: Main         | 6  | numbers[0].lable       | an unknown key | label (the nearest known key)
            numbers | "+18445550100"      | +18445550100        | 5  | numbers[0].number      | "18445550100"  | a number in quotes
            numbers | language: en        | language: fr        | 7  | numbers[0].language    | "fr"           | en or es
            numbers | source: website     | source:             | 9  | numbers[0].source      | nothing        | where its callers come from
            numbers | ignore: []          | ignore: [{number: "+13055550190", kind: stuff}] | 20 | ignore[0].kind | "stuff" | own, staff, tracking, blocked
            numbers | ignore: []          | ignore: nobody      | 20 | ignore                 | "nobody"       | a list
            numbers | ignore: []          | numbers: []         | 20 | the file               | found duplicate key numbers | each key once
            forms   | consultation:       | consultation: {}    | 5  | the file               | expected <block end>, but found '<block mapping start>' | YAML
            forms   | accent: "#1f5f5b"   | akzent: "#1f5f5b"   | 24 | forms.consultation.colours.akzent | an unknown key | accent (the nearest known key)
            forms   | accent: "#1f5f5b"   | accent: green       | 24 | forms.consultation.colours.accent | "green"        | "#1f5f5b"
            forms   | [en, es]            | [en, it]            | 14 | forms.consultation.languages[1]   | "it"           | en or es
            forms   | zip, for-whom       | zap, for-whom       | 17 | forms.consultation.fields[3]      | "zap"          | date-of-birth
            forms   | version: "2026-11"  | version: soon       | 35 | forms.consultation.consent.version | "soon"        | year and month
            forms   | [en, es]            | [es, es]            | 14 | forms.consultation.languages[1]   | "es"           | each only once
            forms   | name, phone, email, | name,               | 17 | forms.consultation.fields         | nothing        | a list with phone or email
            forms   | answer-minutes: 15  | answer-minutes: 0   | 19 | forms.consultation.answer-minutes | "0"            | 1 to 120 minutes
            forms   | accent: "#1f5f5b"   | accent: "#7fb5b0"   | 24 | forms.consultation.colours.accent | "#7fb5b0"      | a contrast of 4.5 or more to the background #ffffff; this one has 2.29
            forms   | text: "#1c2321"     | text: "#777777"     | 26 | forms.consultation.colours.text   | "#777777"      | this one has 4.47
            forms   | background: "#ffffff" | background: "#1c2321" | 26 | forms.consultation.colours.text | "#1c2321"    | to the background #1c2321; this one has 1.00
            crisis  | as-of: 2026-11-23   | as-of: yesterday    | 4  | as-of                  | "yesterday"    | a date such as
            crisis  | as-of: 2026-11-23   |                     | 0  | as-of                  | nothing        | the date of the last check
            crisis  | line: "988"         | line: "call us"     | 7  | line                   | "call us"      | "988"
            call-plan | ring-seconds: 20    | ring-second: 20     | 6  | ring-second            | an unknown key | ring-seconds (the nearest known key)
            call-plan | ring-seconds: 20    | ring-seconds: 20s   | 6  | ring-seconds           | "20s"          | a whole number
            call-plan | ring-seconds: 20    | ring-seconds: 61    | 6  | ring-seconds           | "61"           | 5 to 60 seconds
            call-plan | most-coordinators: 3 | most-coordinators: 9 | 8 | most-coordinators     | "9"            | 0 (straight to voicemail) to 8
            call-plan | key-seconds: 8      | key-seconds: 2      | 29 | key-seconds            | "2"            | 3 to 20 seconds
            call-plan | longest-talk: 60m   | longest-talk: long  | 31 | longest-talk           | "long"         | a length of time
            call-plan | longest-talk: 60m   | longest-talk: 5h    | 31 | longest-talk           | "PT5H"         | 1m to 4h
            call-plan | en: The clinic is closed now. | eng: Closed. | 45 | closed.eng          | an unknown key | en (the nearest known key)
            call-plan | en: The clinic is closed now. |              | 46 | closed.en           | nothing        | the English text
            """)
    void aSlipIsReportedWithAllThatHelps(
            String file, String shipped, String slip, int line, String key, String found, String expected)
            throws IOException {
        String text = Files.readString(Path.of("config", file + ".yaml"));
        assertThat(text).contains(shipped);
        Path path = write(file, text.replace(shipped, slip == null ? "" : slip));

        List<Fault> faults = faults(file);

        assertThat(faults)
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
    void aTextInOneLanguageOnlyIsNotEnough() throws IOException {
        String text = Files.readString(Path.of("config/crisis.yaml"));
        write("crisis", text.replaceAll("(?m)^  es: En una.*$", ""));

        assertThat(faults("crisis")).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("message.es");
            assertThat(fault.found()).isEqualTo("nothing");
            assertThat(fault.expected()).isEqualTo("the Spanish text");
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void aSlipBelowAListOfAMapIsSeen() throws IOException {
        String text = Files.readString(Path.of("config/forms.yaml"));
        write("forms", text.replaceAll("(?m)^        en: (Harbor Light Clinic may call)", "        eng: $1"));

        assertThat(faults("forms")).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("forms.consultation.consent.call.eng");
            assertThat(fault.expected()).contains("en (the nearest known key)");
        });
    }

    @Test
    void allFaultsAreReportedAtOnce() throws IOException {
        write("crisis", "as-of: never\nlien: \"988\"\ngreeting: hello\n");

        assertThat(faults("crisis")).extracting(Fault::key).containsExactlyInAnyOrder("as-of", "lien", "greeting");
    }

    @Test
    void allThatIsMissingIsReportedAtOnce() throws IOException {
        write("crisis", "");

        assertThat(faults("crisis"))
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(
                        "as-of", "source", "line", "fallback", "emergency", "greeting", "voicemail", "page", "message");
    }

    @Test
    void severalDocumentsAreTooMany() throws IOException {
        write("crisis", "line: \"988\"\n---\nline: \"988\"\n");

        assertThat(faults("crisis")).extracting(Fault::found).containsExactly("several documents");
    }

    @Test
    void aFileNobodyShipsAndNobodyWroteIsNamed() {
        ClinicFileFaulty faulty = catchThrowableOfType(
                ClinicFileFaulty.class, () -> ClinicFiles.in(List.of(folder)).read("weather", ClinicNumbers.class));

        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("shipped weather.yaml");
            assertThat(fault.found()).isEqualTo("no such file");
        });
    }

    @Test
    void theFirstFolderThatHasTheFileCounts() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        String text = Files.readString(Path.of("config/numbers.yaml"));
        write("numbers", text.replace("ignore: []", "ignore: [{number: \"+13055550190\", kind: blocked}]"));

        ClinicFiles files = ClinicFiles.in(List.of(other, folder));

        assertThat(files.read("numbers", ClinicNumbers.class).ignored("+13055550190"))
                .contains(Kind.BLOCKED);
        assertThat(files.read("crisis", CrisisLines.class).line()).isEqualTo("988");
    }

    @Test
    void theOnCallPhoneIsNobodysLeadAndNoNumberOfTheClinic() throws IOException {
        String text = Files.readString(Path.of("config/numbers.yaml"));
        write("numbers", text.replace("#on-call:", "on-call:"));
        ClinicNumbers numbers = ClinicFiles.in(List.of(folder)).read("numbers", ClinicNumbers.class);
        assertThat(numbers.onCall()).isEqualTo("+13055550191");
        assertThat(numbers.ignored("+13055550191")).contains(Kind.STAFF);

        write("numbers", text + "on-call: \"+18445550100\"\n");

        assertThat(faults("numbers")).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("on-call");
            assertThat(fault.expected()).contains("not one of the clinic's numbers");
        });
    }

    @Test
    void theLastAdditionalLocationComesFirst() {
        assertThat(ClinicFiles.folders("optional:file:/etc/one/, file:two/;classpath:/three/"))
                .containsExactly(Path.of("two"), Path.of("/etc/one"), Path.of("config"));
        assertThat(ClinicFiles.folders("")).containsExactly(Path.of("config"));
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file + ".yaml"), text);
    }

    private List<Fault> faults(String file) {
        Class<?> type = switch (file) {
            case "numbers" -> ClinicNumbers.class;
            case "forms" -> ClinicForms.class;
            case "call-plan" -> CallPlan.class;
            default -> CrisisLines.class;
        };
        return catchThrowableOfType(
                        ClinicFileFaulty.class,
                        () -> ClinicFiles.in(List.of(folder)).read(file, type))
                .faults();
    }
}
