package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.careline.inbox.ScriptedInbox;
import org.careline.lead.Fact;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for the crisis line hears that they are connected, and nothing else; what came of it is kept. */
@Holds(Promise.P5)
class CrisisScriptTests {

    private static final String CALLER = "+13055550123";
    private static final String CLINIC = "+18445550100";

    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board =
            new Switchboard(inbox, new MovableClock(), new SimpleMeterRegistry(), Team.always("ana", "en"));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nothingIsOfferedBeforeTheLineRings(String language) {
        String twiml = board.ask(pressed("/twilio/voice/menu/" + language + "/greeting"))
                .twiml();

        assertThat(twiml).contains("<Dial").doesNotContain("presione 2", "press 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void norAfterItDidNotAnswer(String language) {
        String twiml = board.ask(ended("/twilio/voice/crisis/" + language + "/long", "no-answer"))
                .twiml();

        assertThat(twiml).contains("<Hangup").doesNotContain("presione 2", "press 2");
    }

    @Test
    void howLongTheyTalkedIsAFactOfTheCall() {
        board.ask(ended("/twilio/voice/crisis/en/short", "completed").with("DialCallDuration", "193"));
        board.ask(ended("/twilio/voice/crisis/en/long", "no-answer"));

        List<Fact> facts = inbox.facts.stream()
                .map(Map.Entry::getValue)
                .filter(fact -> fact.kind() == Fact.Kind.CRISIS)
                .toList();
        assertThat(facts).extracting(Fact::status).containsExactly(Fact.CONNECTED, Fact.NOT_CONNECTED);
        assertThat(facts.get(0).crisisTalk())
                .hasValueSatisfying(talk -> assertThat(talk).hasSeconds(193));
        assertThat(facts.get(1).crisisTalk()).isEmpty();
    }

    private static SignedTwilioRequest pressed(String path) {
        return SignedTwilioRequest.inboundCall("CA1", CALLER, CLINIC).at(path).with("Digits", "9");
    }

    private static SignedTwilioRequest ended(String path, String status) {
        return SignedTwilioRequest.dialEnded(path, "CA1", CALLER, CLINIC, status);
    }
}
