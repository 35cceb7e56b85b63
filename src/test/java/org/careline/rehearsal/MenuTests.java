package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code <Gather>}: keys, words, patience, and what is told of them; and what is said, played and left silent. */
class MenuTests {

    private final PlayedClinic clinic = new PlayedClinic().says("key", "<Hangup/>");

    @AfterEach
    void close() {
        clinic.close();
    }

    private String called(String verbs) {
        clinic.answers(verbs);
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(1));
        return sid;
    }

    @Test
    void asManyKeysAsAreAskedForEndIt() {
        String sid = called("<Gather numDigits=\"3\" action=\"/key\" timeout=\"20\"/>");

        clinic.network.act(sid, new PhoneAction.Press("12"));
        clinic.pass(Duration.ofSeconds(2));
        assertThat(clinic.asked("key")).isEmpty();
        clinic.network.act(sid, new PhoneAction.Press("3"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("123");
        assertThat(clinic.seconds(sid)).isEqualTo(1 + 2);
    }

    @Test
    void keysBeyondThoseAreNotTold() {
        String sid = called("<Gather numDigits=\"1\" action=\"/key\"/>");

        clinic.network.act(sid, new PhoneAction.Press("19"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("1");
    }

    @Test
    void thePatienceBeginsAnewWithEachKey() {
        String sid = called("<Gather action=\"/key\" timeout=\"4\"/>");

        for (String key : new String[] {"7", "8", "9"}) {
            clinic.network.act(sid, new PhoneAction.Press(key));
            clinic.pass(Duration.ofSeconds(3));
        }
        assertThat(clinic.asked("key")).isEmpty();
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("789");
        assertThat(clinic.seconds(sid)).isEqualTo(1 + 3 + 3 + 4);
    }

    @Test
    void thePoundKeyEndsItAndIsNotTold() {
        String sid = called("<Gather action=\"/key\" timeout=\"30\"/>");

        clinic.network.act(sid, new PhoneAction.Press("42#7"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("42");
        assertThat(clinic.seconds(sid)).isLessThan(3);
    }

    @Test
    void anotherKeyCanEndItInstead() {
        String sid = called("<Gather action=\"/key\" timeout=\"30\" finishOnKey=\"*\"/>");

        clinic.network.act(sid, new PhoneAction.Press("4#2*"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("4#2");
    }

    @Test
    void noKeyEndsItWhereNoneIsNamed() {
        String sid = called("<Gather action=\"/key\" timeout=\"3\" finishOnKey=\"\"/>");

        clinic.network.act(sid, new PhoneAction.Press("4#"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("4#");
    }

    @Test
    void keysAreNotHeardWhereOnlyWordsAre() {
        String sid = called("<Gather input=\"speech\" action=\"/key\" timeout=\"3\"/><Say>Goodbye</Say>");

        clinic.network.act(sid, new PhoneAction.Press("1"));
        clinic.ends();

        assertThat(clinic.asked("key")).isEmpty();
        assertThat(clinic.steps(sid, Kind.SAID)).containsExactly("Goodbye");
    }

    @Test
    void wordsAreNotHeardWhereOnlyKeysAre() {
        String sid = called("<Gather action=\"/key\" timeout=\"3\"/><Say>Goodbye</Say>");

        clinic.network.act(sid, new PhoneAction.Say("hello"));
        clinic.ends();

        assertThat(clinic.asked("key")).isEmpty();
    }

    @Test
    void wordsAreToldWhenTheyHaveBeenSaidToTheirEnd() {
        String sid = called("<Gather input=\"speech\" action=\"/key\" timeout=\"3\"/>");

        clinic.network.act(sid, new PhoneAction.Say("a".repeat(150)));
        clinic.pass(Duration.ofSeconds(9));
        assertThat(clinic.asked("key")).isEmpty();
        clinic.ends();

        assertThat(clinic.last("key").field("SpeechResult")).hasSize(150);
        assertThat(clinic.last("key").field("Confidence")).isEqualTo("0.9");
        assertThat(clinic.last("key").form().first("Digits")).isNull();
    }

    @Test
    void ofKeysAndWordsTheKeysCount() {
        String sid = called("<Gather input=\"dtmf speech\" action=\"/key\" timeout=\"3\" numDigits=\"1\"/>");

        clinic.network.act(sid, new PhoneAction.Say("hello"));
        clinic.network.act(sid, new PhoneAction.Press("9"));
        clinic.ends();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("9");
        assertThat(clinic.last("key").form().first("SpeechResult")).isNull();
    }

    @Test
    void whoeverPressesIsNotToldTheRest() {
        String sid = called("<Gather numDigits=\"1\" action=\"/key\"><Say>" + "a".repeat(90) + "</Say><Say>second</Say>"
                + "<Pause length=\"5\"/></Gather>");

        clinic.network.act(sid, new PhoneAction.Press("1"));
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.SAID)).hasSize(1);
        assertThat(clinic.steps(sid, Kind.PAUSED)).isEmpty();
    }

    @Test
    void whatWasPressedBeforeTheMenuIsNotHeardByIt() {
        String sid = called("<Say>" + "a".repeat(60) + "</Say><Gather numDigits=\"1\" action=\"/key\" timeout=\"2\"/>");

        clinic.network.act(sid, new PhoneAction.Press("9"));
        clinic.ends();

        assertThat(clinic.asked("key")).isEmpty();
    }

    @Test
    void whileItListensTheLineChoosesAndSaysUntilWhen() {
        String sid = called("<Gather numDigits=\"1\" action=\"/key\" timeout=\"20\"/>");

        LineView line = clinic.line(sid);

        assertThat(line.doing()).isEqualTo(Doing.CHOOSES);
        assertThat(line.until()).isEqualTo(line.began().plusSeconds(20));
        assertThat(clinic.steps(sid, Kind.MENU)).containsExactly("dtmf, 1 digits, /key");
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();
        assertThat(clinic.line(sid).until()).isNull();
    }

    @Test
    void silenceIsToldAsNoKeysOnlyToWhoeverAsksForKeys() {
        called("<Gather input=\"speech\" timeout=\"2\" action=\"/key\" actionOnEmptyResult=\"true\"/>");
        clinic.ends();

        assertThat(clinic.asked("key")).hasSize(1);
        assertThat(clinic.last("key").form().first("Digits")).isNull();
        assertThat(clinic.last("key").form().first("SpeechResult")).isNull();
    }

    @Test
    void withoutAnActionItsOwnDocumentIsAskedAgain() {
        String sid = called("<Gather numDigits=\"1\" timeout=\"2\"/><Say>Goodbye</Say>");

        clinic.network.act(sid, new PhoneAction.Press("5"));
        clinic.ends();

        assertThat(clinic.asked("twilio/voice/inbound")).hasSize(2);
        assertThat(clinic.last("twilio/voice/inbound").field("Digits")).isEqualTo("5");
        assertThat(clinic.steps(sid, Kind.SAID)).containsExactly("Goodbye");
    }

    @Test
    void aSoundAndASilenceTakeTheirTime() {
        String sid = called("<Play>/sounds/hold.wav</Play><Pause/><Pause length=\"4\"/>");
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.PLAYED)).containsExactly("/sounds/hold.wav");
        assertThat(clinic.steps(sid, Kind.PAUSED)).containsExactly("1 s", "4 s");
        assertThat(clinic.seconds(sid)).isEqualTo(5 + 1 + 4);
    }

    @Test
    void whoeverIsImpatientDoesNotWaitForTheEndOfOneOfThem() {
        String sid = called("<Say>" + "a".repeat(600) + "</Say><Pause length=\"9\"/>");

        clinic.network.act(sid, new PhoneAction.Skip());
        clinic.ends();

        assertThat(clinic.seconds(sid)).isEqualTo(1 + 9);
    }

    @Test
    void aRedirectTakesThePlaceOfTheRest() {
        clinic.says("next", "<Say>Second</Say>");
        String sid = called("<Say>First</Say><Redirect method=\"GET\">/next?from=first</Redirect><Say>never</Say>");
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.SAID)).containsExactly("First", "Second");
        assertThat(clinic.asked("next")).hasSize(1).allMatch(PlayedClinic.Asked::signed);
        assertThat(clinic.line(sid).steps())
                .filteredOn(step -> step.text().equals("Second"))
                .extracting(Step::address)
                .containsExactly("/next");
    }
}
