package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words in which a script says what a caller does. */
class ScriptCommandTests {

    @Test
    void eachVerbIsReadWithWhatItNeeds() {
        assertThat(ScriptCommand.read("wait 10s")).contains(new ScriptCommand.Wait(Duration.ofSeconds(10)));
        assertThat(ScriptCommand.read("wait 2m")).contains(new ScriptCommand.Wait(Duration.ofMinutes(2)));
        assertThat(ScriptCommand.read("press 9")).contains(new ScriptCommand.Press("9"));
        assertThat(ScriptCommand.read("press 3055550170#")).contains(new ScriptCommand.Press("3055550170#"));
        assertThat(ScriptCommand.read("leave-message 20s"))
                .contains(new ScriptCommand.LeaveMessage(Duration.ofSeconds(20)));
        assertThat(ScriptCommand.read("hang-up")).contains(new ScriptCommand.HangUp());
    }

    @Test
    void wordsStandInQuotesOrWithout() {
        assertThat(ScriptCommand.read("hear \"Thank you for calling\""))
                .contains(new ScriptCommand.Hear("Thank you for calling"));
        assertThat(ScriptCommand.read("hear Thank you for calling"))
                .contains(new ScriptCommand.Hear("Thank you for calling"));
        assertThat(ScriptCommand.read("say \"I said \"no\" twice\""))
                .contains(new ScriptCommand.Say("I said \"no\" twice"));
    }

    @Test
    void spacesRoundItDoNotMatter() {
        assertThat(ScriptCommand.read("  wait   10s ")).contains(new ScriptCommand.Wait(Duration.ofSeconds(10)));
        assertThat(ScriptCommand.read("say   hello")).contains(new ScriptCommand.Say("hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shout",
                "Wait 10s",
                "wait",
                "wait 10",
                "wait ten seconds",
                "wait 10h",
                "wait 12345s",
                "wait -1s",
                "press",
                "press A",
                "press 1 2",
                "hear",
                "hear \"\"",
                "say",
                "say \"",
                "leave-message",
                "leave-message long",
                "hang-up now",
                "hang up",
                "wait10s"
            })
    void whatIsNoneOfThemIsNotRead(String line) {
        assertThat(ScriptCommand.read(line)).isEmpty();
    }

    @Test
    void fortyKeysArePressedAtMost() {
        assertThat(ScriptCommand.read("press " + "1".repeat(40))).isPresent();
        assertThat(ScriptCommand.read("press " + "1".repeat(41))).isEmpty();
    }

    @Test
    void whatTheLinesLookLikeNamesEveryVerb() {
        assertThat(ScriptCommand.WORDS).contains("wait", "press", "hear", "say", "leave-message", "hang-up");
    }
}
