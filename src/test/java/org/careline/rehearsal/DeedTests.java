package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words in which a script says what a caller does. */
class DeedTests {

    @Test
    void eachVerbIsReadWithWhatItNeeds() {
        assertThat(Deed.read("wait 10s")).contains(new Deed.Wait(Duration.ofSeconds(10)));
        assertThat(Deed.read("wait 2m")).contains(new Deed.Wait(Duration.ofMinutes(2)));
        assertThat(Deed.read("press 9")).contains(new Deed.Press("9"));
        assertThat(Deed.read("press 3055550170#")).contains(new Deed.Press("3055550170#"));
        assertThat(Deed.read("leave-message 20s")).contains(new Deed.LeaveMessage(Duration.ofSeconds(20)));
        assertThat(Deed.read("hang-up")).contains(new Deed.HangUp());
    }

    @Test
    void wordsStandInQuotesOrWithout() {
        assertThat(Deed.read("hear \"Thank you for calling\"")).contains(new Deed.Hear("Thank you for calling"));
        assertThat(Deed.read("hear Thank you for calling")).contains(new Deed.Hear("Thank you for calling"));
        assertThat(Deed.read("say \"I said \"no\" twice\"")).contains(new Deed.Say("I said \"no\" twice"));
    }

    @Test
    void spacesRoundItDoNotMatter() {
        assertThat(Deed.read("  wait   10s ")).contains(new Deed.Wait(Duration.ofSeconds(10)));
        assertThat(Deed.read("say   hello")).contains(new Deed.Say("hello"));
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
        assertThat(Deed.read(line)).isEmpty();
    }

    @Test
    void fortyKeysArePressedAtMost() {
        assertThat(Deed.read("press " + "1".repeat(40))).isPresent();
        assertThat(Deed.read("press " + "1".repeat(41))).isEmpty();
    }

    @Test
    void whatTheLinesLookLikeNamesEveryVerb() {
        assertThat(Deed.WORDS).contains("wait", "press", "hear", "say", "leave-message", "hang-up");
    }
}
