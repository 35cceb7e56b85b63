package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Holds(Promise.P11)
class StaffFilesTests {

    @TempDir
    private Path folder;

    private final StaffConfiguration configuration = new StaffConfiguration();

    @Test
    void theShippedClinicIsOpenRoundTheClock() {
        ClinicHours hours = configuration.clinicHours(ClinicFiles.shipped());
        OpeningHours open = OpeningHours.of(hours);

        assertThat(open.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(hours.holidays()).isEmpty();
        assertThat(open.openUntil(MovableClock.MONDAY_NINE))
                .isAfter(MovableClock.MONDAY_NINE.plus(Duration.ofDays(360)));
    }

    @Test
    void threePeopleWorkForTheShippedClinicRoundTheClock() {
        List<WeekPeriod> always = List.of(new WeekPeriod(List.of(DayOfWeek.values()), "00:00", "24:00"));

        ClinicCoordinators staff = coordinators(ClinicFiles.shipped());

        assertThat(staff.burst()).isEqualTo(new Burst(15, Duration.ofMinutes(10)));
        assertThat(staff.coordinators())
                .containsExactly(
                        new Coordinator(
                                "ana", "Ana Reyes", "+13055550111", Set.of("en", "es"), Set.of(), 2, 40, always),
                        new Coordinator("ben", "Ben Carter", "+13055550112", Set.of("en"), Set.of(), 1, 40, always),
                        new Coordinator("cleo", "Cleo Park", "+13055550113", Set.of("en"), Set.of(), 1, 40, always));
    }

    /** What a clinic would do with the comments: take the "#" away, and the lines above that are in the way. */
    @Test
    void theExamplesInTheCommentsCanBeUsed() throws IOException {
        String hours = shipped("hours").replace("holidays: []", "holidays:");
        String alone = hours.replaceAll("(?s)\\n  - days: \\[m.*?24:00\"\\n", "\n");
        write("hours", uncommented(alone));
        write("coordinators", uncommented(shipped("coordinators")));

        OpeningHours open = OpeningHours.of(configuration.clinicHours(files()));
        Roster roster = Roster.of(coordinators(files()), open.zone());
        Coordinator dora = roster.find(new CoordinatorId("dora")).orElseThrow();

        assertThat(open.openAt(Instant.parse("2026-11-23T18:00:00Z"))).isFalse();
        assertThat(open.openAt(Instant.parse("2026-11-23T18:30:00Z"))).isTrue();
        assertThat(open.openUntil(Instant.parse("2026-12-24T14:00:00Z"))).isEqualTo("2026-12-24T17:00:00Z");
        assertThat(open.openFrom(Instant.parse("2026-12-24T17:00:00Z")))
                .contains(Instant.parse("2026-12-28T14:00:00Z"));
        assertThat(roster.onShift(dora, Instant.parse("2026-11-27T18:00:00Z"))).isTrue();
        assertThat(dora.skills()).containsExactly("insurance");
    }

    @Test
    void theOnesOnCallAreWokenInTheOrderOfTheFile() throws IOException {
        write("coordinators", shipped("coordinators").replace("on-call: [ana, ben, cleo]", "on-call: [cleo, ana]"));

        assertThat(onCall()).containsExactly("cleo", "ana");
    }

    @Test
    void aFileOfAnEarlierVersionThatNamesNobodyOnCallMeansEverybody() throws IOException {
        write("coordinators", shipped("coordinators").replace("on-call: [ana, ben, cleo]", ""));

        assertThat(onCall()).containsExactly("ana", "ben", "cleo");
    }

    private List<String> onCall() {
        return configuration.roster(coordinators(files()), configuration.clinicHours(files())).onCall().stream()
                .map(Coordinator::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # file | what stands in the shipped file | the slip | line | key | found | a part of what is expected
            hours | zone: America/New_York | zoen: America/New_York | 4 | zoen | an unknown key | zone (the nearest known key)
            hours | zone: America/New_York | zone: Eastern | 4 | zone | "Eastern" | a time zone such as America/New_York
            hours | zone: America/New_York | | 0 | zone | nothing | a time zone, such as America/New_York
            hours | [monday, tuesday | [mon, tuesday | 9 | open[0].days[0] | "mon" | monday, tuesday
            hours | from: "00:00" | form: "00:00" | 10 | open[0].form | an unknown key | from (the nearest known key)
            hours | from: "00:00" | | 9 | open[0].from | nothing | a time in quotes
            hours | to: "24:00" | to: "25:00" | 11 | open[0].to | "25:00" | up to "24:00"
            hours | to: "24:00" | to: 17:00 | 11 | open[0].to | "1020" | a time in quotes
            hours | to: "24:00" | to: "00:00" | 11 | open[0].to | "00:00" | later than from
            hours | open: | opens: | 9 | opens | an unknown key | open (the nearest known key)
            hours | holidays: [] | holidays: [{date: 2026-12-25}] | 22 | holidays[0].name | nothing | the holiday's name
            hours | holidays: [] | holidays: [{date: 25.12., name: Christmas}] | 22 | holidays[0].date | "25.12." | a date such as
            hours | holidays: [] | holidays: [{date: 2026-12-25, name: C, open: [{from: "10:00", till: "12:00"}]}] | 22 | holidays[0].open[0].till | an unknown key | to
            hours | holidays: [] | holidays: [{date: 2026-12-25, name: C, open: [{from: "10:00", to: "9:00"}]}] | 22 | holidays[0].open[0].to | "9:00" | a time in quotes
            hours | holidays: [] | holidays: [{date: 2026-12-25, name: C, open: [{from: "10:00", to: "09:00"}]}] | 22 | holidays[0].open[0].to | "09:00" | later than from
            hours | holidays: [] | holidays: [{date: 2026-12-25, name: C}, {date: 2026-12-25, name: D}] | 22 | holidays[1].date | "2026-12-25" | no holiday above
            coordinators | leads: 15 | leads: -1 | 8 | burst.leads | "-1" | 0 (no limit) or more
            coordinators | within: 10m | within: soon | 9 | burst.within | "soon" | a length of time
            coordinators | within: 10m | within: 0s | 9 | burst.within | "0s" | more than 0
            coordinators | within: 10m | witihn: 10m | 9 | burst.witihn | an unknown key | within (the nearest known key)
            coordinators | id: ben | id: Ben | 31 | coordinators[1].id | "Ben" | lower-case letters
            coordinators | id: ben | id: ana | 31 | coordinators[1].id | "ana" | nobody above
            coordinators | name: Ben Carter | name: | 32 | coordinators[1].name | nothing | their name
            coordinators | phone: "+13055550112" | phone: 3055550112 | 33 | coordinators[1].phone | "3055550112" | a number in quotes
            coordinators | phone: "+13055550112" | phone: "+18445550100" | 33 | coordinators[1].phone | "+18445550100" | no number of the clinic
            coordinators | phone: "+13055550112" | telephone: "+13055550112" | 33 | coordinators[1].telephone | an unknown key | phone
            coordinators | languages: [en, es] | languages: [en, spanish] | 24 | coordinators[0].languages | "spanish" | a two-letter code
            coordinators | languages: [en, es] | languages: [] | 24 | coordinators[0].languages | nothing | languages, such as
            coordinators | weight: 2 | weight: 0 | 25 | coordinators[0].weight | "0" | 1 to 100
            coordinators | weight: 2 | weight: double | 25 | coordinators[0].weight | "double" | a whole number
            coordinators | on-call: [ana, ben, cleo] | on-call: [ana, bea] | 70 | on-call[1] | "bea" | one of: ana, ben, cleo
            coordinators | on-call: [ana, ben, cleo] | on-call: [ana, ben, ana] | 70 | on-call[2] | "ana" | does not stand above
            coordinators | on-call: [ana, ben, cleo] | on-call: [] | 70 | on-call | nothing | at least one of: ana, ben, cleo
            coordinators | on-call: [ana, ben, cleo] | on-cal: [ana] | 70 | on-cal | an unknown key | on-call
            coordinators | weight: 2 | wieght: 2 | 25 | coordinators[0].wieght | an unknown key | weight (the nearest known key)
            """)
    void aSlipIsReportedWithAllThatHelps(
            String file, String shipped, String slip, int line, String key, String found, String expected)
            throws IOException {
        String text = shipped(file);
        assertThat(text).contains(shipped);
        Path path = write(file, text.replaceFirst(Pattern.quote(shipped), slip == null ? "" : slip));

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
    void aClinicWithoutCoordinatorsDoesNotStart() throws IOException {
        write("coordinators", "burst:\n  leads: 0\n");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("coordinators");
            assertThat(fault.expected()).isEqualTo("at least one coordinator");
        });
    }

    @Test
    void anEntryLeftEmptyIsAFault() throws IOException {
        write("hours", shipped("hours").replaceFirst("open:", "open:\n  -"));

        assertThat(faults()).extracting(Fault::key).containsExactly("open[0].days", "open[0].from", "open[0].to");
    }

    @Test
    void aFaultyFileStopsTheStart() throws IOException {
        Path path = write("hours", shipped("hours").replace("zone:", "zoen:"));

        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ClinicFiles.class, this::files);
            context.registerBean(ClinicNumbers.class, () -> files().read("numbers", ClinicNumbers.class));
            context.register(StaffConfiguration.class);

            assertThatThrownBy(context::refresh)
                    .hasRootCauseInstanceOf(ClinicFileFaulty.class)
                    .rootCause()
                    .hasMessageContaining(path + ", line 4: zoen: found an unknown key");
        }
    }

    private List<Fault> faults() {
        return catchThrowableOfType(ClinicFileFaulty.class, () -> {
                    configuration.clinicHours(files());
                    coordinators(files());
                })
                .faults();
    }

    private ClinicCoordinators coordinators(ClinicFiles files) {
        return configuration.clinicCoordinators(files, ClinicFiles.shipped().read("numbers", ClinicNumbers.class));
    }

    private ClinicFiles files() {
        return ClinicFiles.in(List.of(folder));
    }

    private static String uncommented(String text) {
        return text.replaceAll("(?m)^#(?=  +(- )?[a-z]+: )", "").replaceAll("(?m)^#(?=  +(open|shifts):$)", "");
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Path.of("config", file + ".yaml"));
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file + ".yaml"), text);
    }
}
