package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** One file on its way into a record: first keys and single values, then the record's rules, then what ties keys together. */
@Holds(Promise.P11)
class ClinicFileTests {

    enum Way {
        BY_TRAIN,
        ON_FOOT
    }

    /** A file of every kind of value. */
    record Journey(
            @NotBlank(message = "where it goes") String goal,
            @Nullable LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable ZoneId zone,
            @DefaultValue("90m") Duration longest,

            @DefaultValue("2") @Max(value = 9, message = "nine at most") int travellers,

            @DefaultValue("true") boolean byDay,
            @Nullable Way way,
            @DefaultValue List<String> songs,

            @DefaultValue @NotEmpty(message = "one stop at least") List<@Valid Stop> stops,

            @DefaultValue Map<String, @Valid Stop> shelters)
            implements SelfChecking {

        @Override
        public Stream<Violation> violations() {
            return Violation.ofRepeats("stops", stops, "name", Stop::name, "each stop once");
        }
    }

    record Stop(
            @NotBlank(message = "its name") String name,
            @Nullable @Valid Bed bedForTheNight) {}

    record Bed(@NotNull(message = "how long") Duration sleepsFor) {}

    private static final String WHOLE = """
        goal: Harbor Light
        day: 2026-11-23
        starts-at: "10:30"
        zone: America/New_York
        travellers: 3
        by-day: false
        way: on-foot
        songs: one, two
        stops:
          - name: Mill
          - name: Bridge
            bed-for-the-night:
              sleeps-for: 8h
        shelters:
          high:
            name: Barn
        """;

    @TempDir
    private Path folder;

    private Journey read(String text) throws IOException {
        Files.writeString(folder.resolve("journey.yaml"), text);
        return ClinicFiles.in(List.of(folder)).read("journey", Journey.class);
    }

    private List<Fault> faults(String text) {
        return catchThrowableOfType(ClinicFileFaulty.class, () -> read(text)).faults();
    }

    @Test
    void everyKindOfValueIsRead() throws IOException {
        Journey journey = read(WHOLE);

        assertThat(journey.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(journey.startsAt()).isEqualTo(LocalTime.of(10, 30));
        assertThat(journey.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(journey.longest()).isEqualTo(Duration.ofMinutes(90));
        assertThat(journey.way()).isEqualTo(Way.ON_FOOT);
        assertThat(journey.songs()).containsExactly("one", "two");
        assertThat(journey.stops()).extracting(Stop::name).containsExactly("Mill", "Bridge");
        assertThat(journey.shelters()).containsOnlyKeys("high");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        day: 2026-11-23   | day: 2026-13-45        | 2  | day                 | "2026-13-45" | a date such as 2026-11-23
        starts-at: "10:30" | starts-at: half past  | 3  | starts-at           | "half past"  | a time of day in quotes such as "09:30"
        starts-at: "10:30" | starts-at: 10:30      | 3  | starts-at           | "630"        | a time of day in quotes such as "09:30"
        zone: America/New_York | zone: Florida     | 4  | zone                | "Florida"    | a time zone such as America/New_York
        travellers: 3     | travellers: some       | 5  | travellers          | "some"       | a whole number
        travellers: 3     | travellers: 2.5        | 5  | travellers          | "2.5"        | a whole number
        travellers: 3     | travellers: "2.5"      | 5  | travellers          | "2.5"        | a whole number
        travellers: 3     | travellers: 99999999999 | 5 | travellers          | "99999999999" | a whole number
        by-day: false     | by-day: perhaps        | 6  | by-day              | "perhaps"    | true or false
        way: on-foot      | way: by-boat           | 7  | way                 | "by-boat"    | one of: by-train, on-foot
        songs: one, two   | songs: {first: one}    | 8  | songs.first         | an unknown key | a list
        sleeps-for: 8h    | sleeps-for: long       | 13 | stops[1].bed-for-the-night.sleeps-for | "long" | a length of time
        sleeps-for: 8h    | sleep-for: 8h          | 13 | stops[1].bed-for-the-night.sleep-for | an unknown key | sleeps-for (the nearest known key)
        - name: Mill      | - Mill                 | 10 | stops[0]            | "Mill"       | keys name, bed-for-the-night
        name: Barn        | nome: Barn             | 16 | shelters.high.nome  | an unknown key | name (the nearest known key)
        """)
    void aValueThatIsNoneIsToldWithItsLine(
            String stands, String violation, int line, String key, String found, String expected) {
        assertThat(WHOLE).contains(stands);

        assertThat(faults(WHOLE.replace(stands, violation)))
                .filteredOn(fault -> fault.key().equals(key))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.found()).isEqualTo(found);
                    assertThat(fault.expected()).contains(expected);
                });
    }

    @Test
    void severalFaultsAreToldInTheOrderOfTheFile() {
        List<Fault> faults = faults(WHOLE.replace("goal:", "gaol:")
                .replace("travellers: 3", "travellers: some")
                .replace("sleeps-for: 8h", "sleeps-for: long")
                .replace("day: 2026-11-23", "day: soon"));

        assertThat(faults)
                .extracting(Fault::line, Fault::key)
                .containsExactly(
                        tuple(1, "gaol"),
                        tuple(2, "day"),
                        tuple(5, "travellers"),
                        tuple(13, "stops[1].bed-for-the-night.sleeps-for"));
    }

    @Test
    void whatBreaksTheRulesOfTheRecordIsToldByItsOwnWords() {
        List<Fault> faults = faults("""
            travellers: 12
            stops:
              - name: ""
                bed-for-the-night: {}
            """);

        assertThat(faults)
                .extracting(Fault::key, Fault::found, Fault::expected)
                .contains(
                        tuple("goal", "nothing", "where it goes"),
                        tuple("travellers", "\"12\"", "nine at most"),
                        tuple("stops[0].name", "nothing", "its name"));
    }

    @Test
    void aMissingKeyIsToldWhereItsNeighboursBegin() {
        List<Fault> faults = faults("""
            goal: Harbor Light

            stops:
              - name: Mill
              - bed-for-the-night:
                  sleeps-for: 8h
            shelters:
              high:
                bed-for-the-night:
                  sleeps-for: 1h
            """);

        assertThat(faults)
                .extracting(Fault::key, Fault::line)
                .containsExactly(tuple("stops[1].name", 6), tuple("shelters.high.name", 10));
    }

    @Test
    void whatTiesKeysTogetherIsCheckedOnceEachOfThemIsRight() {
        String twice = WHOLE.replace("name: Bridge", "name: Mill");

        assertThat(faults(twice))
                .extracting(Fault::key, Fault::found, Fault::expected, Fault::line)
                .containsExactly(tuple("stops[1].name", "\"Mill\"", "each stop once", 11));
        assertThat(faults(twice.replace("travellers: 3", "travellers: 12")))
                .extracting(Fault::key)
                .containsExactly("travellers");
        assertThat(faults(twice.replace("travellers: 3", "travelers: 3")))
                .extracting(Fault::key)
                .containsExactly("travelers");
    }

    @Test
    void rulesThatLookBeyondTheFileAreToldBesideItsOwn() throws IOException {
        Files.writeString(folder.resolve("journey.yaml"), WHOLE.replace("name: Bridge", "name: Mill"));

        List<Fault> faults = catchThrowableOfType(
                        ClinicFileFaulty.class,
                        () -> ClinicFiles.in(List.of(folder))
                                .read(
                                        "journey",
                                        Journey.class,
                                        journey -> Stream.of(new Violation("zone", "the clinic's own"))))
                .faults();

        assertThat(faults).extracting(Fault::key).containsExactly("zone", "stops[1].name");
    }

    @Test
    void aFaultIsOneSentence() {
        assertThat(new Fault("hours.yaml", 3, "open[0].to", "\"late\"", "a time of day"))
                .hasToString("hours.yaml, line 3: open[0].to: found \"late\", expected a time of day");
        assertThat(new Fault("hours.yaml", 0, "zone", "nothing", "a time zone"))
                .hasToString("hours.yaml: zone: found nothing, expected a time zone");
    }

    @Test
    void allFaultsTogetherAreTheMessageAndCannotBeChanged() {
        ClinicFileFaulty faulty = new ClinicFileFaulty(
                List.of(new Fault("a.yaml", 1, "x", "1", "2"), new Fault("b.yaml", 0, "y", "3", "4")));

        assertThat(faulty).hasMessage("a.yaml, line 1: x: found 1, expected 2\nb.yaml: y: found 3, expected 4");
        assertThat(faulty.faults()).isUnmodifiable();
    }

    @Test
    void everyEntryOfAListIsAskedForItsSlips() {
        assertThat(Violation.ofEach(
                        "open", List.of("a", "b"), (key, entry) -> Stream.of(new Violation(key + ".to", entry))))
                .containsExactly(new Violation("open[0].to", "a"), new Violation("open[1].to", "b"));
    }

    @Test
    void onlyRepeatsAreSlipsAndNotTheFirst() {
        assertThat(Violation.ofRepeats("ids", List.of("a", "b", "a", "a"), "id", id -> id, "each once"))
                .extracting(Violation::key)
                .containsExactly("ids[2].id", "ids[3].id");
    }
}
