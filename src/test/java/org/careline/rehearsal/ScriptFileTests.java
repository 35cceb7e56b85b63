package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.rehearsal.Faults.Delivery;
import org.careline.rehearsal.Faults.Notice;
import org.careline.rehearsal.RehearsalScript.Caller;
import org.careline.rehearsal.RehearsalScript.End;
import org.careline.rehearsal.RehearsalScript.PhoneHabit;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as they are written, and what their authors are told of slips. */
@Holds(Promise.P11)
class ScriptFileTests {

    private static final String WHOLE = """
        name: Everybody is away
        at: "2026-12-02T10:30-05:00"
        away: [ana, ben]
        phones:
          - number: "+13055550111"
            does: mailbox
            after: 7s
          - number: "988"
        faults:
          leg: late
          call: lost
        callers:
          - from: "+13055550175"
            to: "+18445550100"
            does:
              - hear "Thank you"
              - press 2
              - leave-message 20s
            expect:
              ended: voicemail
              rings: ["+13055550111"]
              talks-with: nobody
              within: 2m
              lead:
                next-action: CALL
                outcome: voicemail
                lane: L3
          - from: withheld
            to: "+18445550100"
            after: 90s
        """;

    @TempDir
    private Path folder;

    @Test
    void everythingThatAScriptSaysIsRead() throws IOException {
        RehearsalScript script = read(WHOLE);

        assertThat(script.name()).isEqualTo("Everybody is away");
        assertThat(script.begin()).isEqualTo(OffsetDateTime.parse("2026-12-02T10:30-05:00"));
        assertThat(script.away()).containsExactly("ana", "ben");
        assertThat(script.phones())
                .extracting(PhoneHabit::behaviour)
                .containsExactly(
                        new PhoneBehaviour(PhoneBehaviour.Kind.MAILBOX, Duration.ofSeconds(7), Duration.ofMinutes(1)),
                        new PhoneBehaviour(PhoneBehaviour.Kind.ACCEPTS, Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(script.faults()).containsEntry(Notice.LEG, Delivery.LATE).containsEntry(Notice.CALL, Delivery.LOST);
    }

    @Test
    void everythingThatIsExpectedOfACallIsRead() throws IOException {
        Caller first = read(WHOLE).callers().get(0);

        assertThat(first.does()).containsExactly("hear \"Thank you\"", "press 2", "leave-message 20s");
        assertThat(first.expect().ended()).isEqualTo(End.VOICEMAIL);
        assertThat(first.expect().rings()).containsExactly("+13055550111");
        assertThat(first.expect().talksWith()).isEqualTo("nobody");
        assertThat(first.expect().within()).isEqualTo(Duration.ofMinutes(2));
        assertThat(first.expect().lead()).isEqualTo(new RehearsalScript.Lead("CALL", "voicemail", "L3"));
        assertThat(first.expect().lead().named()).isTrue();
    }

    @Test
    void whoeverSaysNothingOfACallExpectsNothing() throws IOException {
        Caller second = read(WHOLE).callers().get(1);

        assertThat(second.number()).isEqualTo(PhoneNetwork.WITHHELD);
        assertThat(second.after()).isEqualTo(Duration.ofSeconds(90));
        assertThat(second.does()).isEmpty();
        assertThat(second.expect().ended()).isNull();
        assertThat(second.expect().rings()).isNull();
        assertThat(second.expect().lead().named()).isFalse();
    }

    @Test
    @Holds(Promise.P10)
    void aCallersNumberIsNotPrinted() throws IOException {
        assertThat(read(WHOLE).callers().get(0).toString()).doesNotContain("5550175");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # what stands there | the slip | line | key | found | a part of what is expected
        name: Everybody is away | naem: Everybody | 1 | naem | an unknown key | name (the nearest known key)
        at: "2026-12-02T10:30-05:00" | at: "2026-12-02 10:30" | 2 | at | "2026-12-02 10:30" | a time as 2026-11-26T19:05-05:00
        at: "2026-12-02T10:30-05:00" | at: "2026-12-02T25:30-05:00" | 2 | at | "2026-12-02T25:30-05:00" | a time as
        does: mailbox | does: sleeps | 6 | phones[0].does | "sleeps" | no-answer
        after: 7s | after: soon | 7 | phones[0].after | "soon" | a length of time
        number: "988" | number: "9-8-8" | 8 | phones[1].number | "9-8-8" | a number
        leg: late | leg: slow | 10 | faults.leg | "slow" | one of: prompt, late, doubled, lost, out-of-order
        from: "+13055550175" | from: "+13055551234" | 13 | callers[0].from | "+13055551234" | a number of 555-01xx, or withheld
        - press 2 | - press the button | 17 | callers[0].does[1] | "press the button" | wait 10s, press 9
        - leave-message 20s | - leave-message | 18 | callers[0].does[2] | "leave-message" | hear "words"
        ended: voicemail | ended: well | 20 | callers[0].expect.ended | "well" | human, crisis, voicemail, no-talk
        within: 2m | withing: 2m | 23 | callers[0].expect.withing | an unknown key | within (the nearest known key)
        lane: L3 | lanes: L3 | 27 | callers[0].expect.lead.lanes | an unknown key | lane (the nearest known key)
        """)
    void aSlipIsReportedWithAllThatHelps(
            String stands, String slip, int line, String key, String found, String expected) throws IOException {
        assertThat(WHOLE).contains(stands);

        List<Fault> faults = faults(WHOLE.replace(stands, slip));

        assertThat(faults)
                .filteredOn(fault -> fault.key().equals(key))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.found()).isEqualTo(found);
                    assertThat(fault.expected()).contains(expected);
                });
    }

    @Test
    void aScriptWithoutCallersOrNameIsNone() throws IOException {
        assertThat(faults("at: \"2026-12-02T10:30-05:00\"\n"))
                .extracting(Fault::key, Fault::expected)
                .contains(tuple("name", "what it is about"))
                .contains(tuple("callers", "one caller at least"));
    }

    @Test
    void severalSlipsAreReportedAtOnce() throws IOException {
        String text = WHOLE.replace("at: \"2026", "at: \"next 2026")
                .replace("press 2", "press B")
                .replace("leave-message 20s", "leave-message");

        assertThat(faults(text))
                .extracting(Fault::key)
                .containsExactly("at", "callers[0].does[1]", "callers[0].does[2]");
    }

    @Test
    void theScriptsOfAFolderAreReadTheEarliestFirst() throws IOException {
        write("b.yaml", WHOLE);
        write("a.yaml", WHOLE.replace("2026-12-02T10:30-05:00", "2026-12-02T10:31-05:00"));
        write("c.yaml", WHOLE.replace("2026-12-02T10:30-05:00", "2026-12-02T09:29-06:00"));
        write("notes.txt", "no script");

        assertThat(ScriptFile.below(folder))
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("c.yaml", "b.yaml", "a.yaml");
    }

    @Test
    void oneFileIsAsGoodAsAFolder() throws IOException {
        assertThat(ScriptFile.below(write("one.yaml", WHOLE))).hasSize(1);
        assertThat(ScriptFile.below(write("one.txt", WHOLE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "at, 2",
        "away[1], 3",
        "phones[0].number, 5",
        "callers[0].expect.ended, 20",
        "callers[0].expect.lead.lane, 27",
        "callers[1].after, 30",
        "callers[0].does[2], 18"
    })
    void aMissIsToldWithTheLineThatExpectsOtherwise(String key, int line) throws IOException {
        ScriptFile file = ScriptFile.below(write("one.yaml", WHOLE)).get(0);

        assertThat(file.sentence(new Mismatch(key, "this", "that")))
                .isEqualTo(file.path() + ", line " + line + ": " + key + ": found this, expected that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callers[1].expect.ended", "callers[1].does[0]", "callers[1]"})
    void whatIsNotWrittenIsToldWhereItsNeighboursBegin(String key) throws IOException {
        ScriptFile file = ScriptFile.below(write("one.yaml", WHOLE)).get(0);

        assertThat(file.sentence(new Mismatch(key, "this", "that"))).contains(", line 28: ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RehearsalScript read(String text) throws IOException {
        return ScriptFile.below(write("script.yaml", text)).get(0).script();
    }

    private List<Fault> faults(String text) throws IOException {
        Path file = write("script.yaml", text);
        return catchThrowableOfType(ClinicFileFaulty.class, () -> ScriptFile.below(file))
                .faults();
    }
}
