package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.careline.contact.PersonName;
import org.careline.lead.Channel;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.Person;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.DoorLeads;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who may be in danger, as those who work see them. */
@Doors
@Holds(Promise.P5)
class HeldLeadTests {

    private static final Instant NINE = MovableClock.MONDAY_NINE;
    private static final SourceId CALL = new SourceId("call:CA1");

    private final DoorFakes behind;
    private final DoorLeads leads;
    private final MovableClock clock;
    private final int port;
    private final Visitor ana;
    private final Visitor ben;
    private final Browser script;

    @Autowired
    HeldLeadTests(DoorFakes behind, DoorLeads leads, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.behind = behind;
        this.leads = leads;
        this.clock = clock;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
        this.ben = Visitor.signedIn(port, "ben");
        this.script = new Browser(port);
    }

    @Test
    void whatHappenedIsSaidWithItsTimeAndWhetherTheCrisisLineAnswered() {
        Lead lead = stored(held(Kind.CRISIS_LINE));

        assertThat(ana.get(path(lead)).body())
                .contains("May be in danger")
                .contains("Asked for the crisis line at 09:00 EST, not known yet whether 988 answered.")
                .contains("Nobody has taken them yet");

        told(lead, new Fact(Fact.Kind.CRISIS, Fact.NOT_CONNECTED, NINE.plusSeconds(60), Map.of()));
        assertThat(ana.get(path(lead)).body()).contains("at 09:00 EST, 988 did not answer.");

        told(lead, new Fact(Fact.Kind.CRISIS, Fact.CONNECTED, NINE.plusSeconds(250), Map.of("duration", "193")));
        assertThat(ana.get(path(lead)).body()).contains("at 09:00 EST, talked with 988 for 3 min.");
        assertThat(ana.get("/console/queue").body()).contains("at 09:00 EST, talked with 988 for 3 min.");
    }

    @Test
    void whatWasSentTwiceInAMinuteIsToldOnce() {
        stored(held(
                Cause.of(Kind.WORDS, NINE, SourceId.of(Channel.FORM, "one")),
                Cause.of(Kind.WORDS, NINE.plusSeconds(3), SourceId.of(Channel.FORM, "two"))));

        assertThat(ana.get("/console/queue").body()).containsOnlyOnce("Wrote words of danger at 09:00 EST.");
    }

    @Test
    void eachCauseHasItsWords() {
        for (Map.Entry<Kind, String> one : Map.of(
                        Kind.WORDS, "Wrote words of danger at 09:00 EST.",
                        Kind.TRANSCRIPT, "A voicemail has words of danger, 09:00 EST.",
                        Kind.QUIZ, "An answer in the quiz tells of danger, 09:00 EST.",
                        Kind.UNRECORDED, "Held for safety since before 09:00 EST")
                .entrySet()) {
            behind.forget();
            Lead lead = stored(held(one.getKey()));

            assertThat(ana.get(path(lead)).body()).contains(one.getValue());
            assertThat(ana.get("/console/queue").body()).contains(one.getValue());
        }
    }

    @Test
    void whoMayBeInDangerCanBeCalledAtAnyHour() {
        Lead lead = stored(held(Kind.WORDS));
        clock.advance(Duration.ofHours(14));

        assertThat(Visitor.signedIn(port, "ana").get(path(lead)).body())
                .contains("They may be in danger: call at any hour.", "class=\"button call\"")
                .doesNotContain("May be called from");
    }

    @Test
    void whoFearsForThemIsNamed() {
        Lead lead = stored(SomeLeads.of("call:CA1", "Maya Ortiz", 0));
        ana.get(path(lead));

        ana.post(path(lead) + "/outcome", Map.of("outcome", "SAFETY_CONCERN"));

        assertThat(ben.get(path(lead)).body())
                .contains("Ana Reyes fears for their safety, 09:00 EST.", "Ana Reyes has taken them.")
                .doesNotContain("id=\"take\"");
    }

    @Test
    void whoeverTakesThemHasThemWhoeverTheyWereGivenTo() {
        Lead lead = stored(SomeLeads.ownedBy(held(Kind.WORDS), "ben"));
        assertThat(ana.get(path(lead)).body()).contains("id=\"take\"");

        ana.post(path(lead) + "/claim", Map.of());

        assertThat(now(lead).owner()).isEqualTo(new CoordinatorId("ana"));
        assertThat(ben.get(path(lead)).body())
                .contains("Ana Reyes has taken them.")
                .doesNotContain("id=\"take\"");
        ben.post(path(lead) + "/claim", Map.of());
        assertThat(now(lead).owner()).isEqualTo(new CoordinatorId("ana"));
    }

    @Test
    void aBarStandsOnEveryPageWhileSomebodyInDangerHasNobody() {
        Lead calm = stored(SomeLeads.of("form:z", "Sam Ortiz", 0));
        assertThat(ana.get("/console/queue").body()).contains("id=\"danger-bar\" role=\"alert\" hidden");

        Lead lead = stored(held(Kind.WORDS));
        for (String page :
                List.of("/console/queue", path(calm), path(lead), "/console/leads/0123456789abcdef01234567")) {
            assertThat(ana.get(page).body())
                    .contains("1 person may be in danger and nobody has taken them: open")
                    .doesNotContain("id=\"danger-bar\" role=\"alert\" hidden");
        }

        ana.post(path(lead) + "/claim", Map.of());
        assertThat(ben.get("/console/queue").body()).contains("id=\"danger-bar\" role=\"alert\" hidden");
        assertThat(ana.get("/login").body()).doesNotContain("may be in danger");
    }

    @Test
    void theOwnerTakesThemByAnActOfTheirOwn() {
        Lead lead = stored(SomeLeads.ownedBy(held(Kind.WORDS), "ben"));
        ben.get(path(lead));

        ben.post(path(lead) + "/claim", Map.of());

        assertThat(now(lead).takenBy()).contains(new CoordinatorId("ben"));
        assertThat(now(lead).ownership().ledger()).hasSize(1);
    }

    @Test
    void aLeadThatIsHeldIsNotClosedBeforeAPersonSaysThatTheDangerIsOver() {
        Lead lead = stored(held(Kind.WORDS));
        ana.get(path(lead));

        HttpResponse<String> page = ana.post(path(lead) + "/close", Map.of("reason", "SPAM"));
        HttpResponse<String> answer =
                script.postJson(api(lead, "close"), "{\"coordinator\": \"ana\", \"reason\": \"SPAM\"}");
        HttpResponse<String> stop =
                script.postJson(api(lead, "disposition"), "{\"coordinator\": \"ana\", \"outcome\": \"ASKED_TO_STOP\"}");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("This lead is held for safety.");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("End the hold first");
        assertThat(stop.statusCode()).isEqualTo(200);
        assertThat(now(lead).open()).isTrue();
    }

    @Test
    void aPersonEndsTheHoldWithAReasonAndCanBringItBack() {
        Lead lead = stored(held(Kind.WORDS));
        ana.get(path(lead));

        HttpResponse<String> without = ana.post(path(lead) + "/safety", Map.of("why-safe", "  "));
        HttpResponse<String> ended = ana.post(path(lead) + "/safety", Map.of("why-safe", "It was a song."));

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Say why nobody is in danger");
        assertThat(ana.follow(ended).body())
                .contains("The warning is over.", "Found out of danger by Ana Reyes", "It was a song.")
                .contains("<strong>Call</strong>")
                .doesNotContain("May be in danger");
        assertThat(ana.post(path(lead) + "/safety", Map.of("why-safe", "Again")).statusCode())
                .isEqualTo(409);
        ana.post(path(lead) + "/outcome", Map.of("outcome", "SAFETY_CONCERN"));
        assertThat(now(lead).work().safetyHold()).isTrue();
    }

    @Test
    void aScriptEndsTheHoldForAPersonWhoGivesAReason() {
        Lead lead = stored(held(Kind.WORDS));
        String body = "{\"coordinator\": \"ana\", \"over\": true, \"reason\": \"She is with her sister.\"}";

        HttpResponse<String> ended = script.postJson(api(lead, "safety"), body);
        HttpResponse<String> again = script.postJson(api(lead, "safety"), body);

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).contains("\"safety\":null", "SAFETY_OVER", "\"what\":\"CALL\"");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(script.postJson("/api/v1/leads/0123456789abcdef01234567/safety", body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(now(lead).work().lastAct())
                .extracting(CoordinatorAct::what, CoordinatorAct::note)
                .containsExactly(CoordinatorAct.What.SAFETY_OVER, "She is with her sister.");
    }

    static Lead held(Kind kind) {
        return held(Cause.of(kind, NINE, CALL));
    }

    private static Lead held(Cause... causes) {
        Person maya = new Person(Set.of(new PersonName("Maya Ortiz")), Set.of(SomeLeads.PHONE), Set.of(), null);
        return Lead.openedBy(Contacts.of(
                CALL, NINE, NINE.plus(Lead.FIRST_RESPONSE), maya, Map.of(), null, true, null, List.of(causes)));
    }

    private void told(Lead lead, Fact fact) {
        behind.touches.put(CALL, SomeLeads.touchOf(CALL.value(), lead, null).learning(List.of(fact)));
    }

    private Lead stored(Lead lead) {
        behind.put(lead);
        return lead;
    }

    private Lead now(Lead lead) {
        return Objects.requireNonNull(leads.find(Set.of(lead.id())).get(lead.id()));
    }

    private static String path(Lead lead) {
        return "/console/leads/" + lead.id();
    }

    private static String api(Lead lead, String act) {
        return "/api/v1/leads/" + lead.id() + "/" + act;
    }
}
