package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.lead.Asked;
import org.careline.lead.Assignment;
import org.careline.lead.CloseReason;
import org.careline.lead.Conversation;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Fact;
import org.careline.lead.FollowUp;
import org.careline.lead.Lead;
import org.careline.lead.Related;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.support.Actors;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.DoorLeads;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class LeadPageTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");

    private final DoorFakes behind;
    private final DoorLeads leads;
    private final MovableClock clock;
    private final int port;
    private final Visitor ana;
    private final Visitor ben;

    @Autowired
    LeadPageTests(DoorFakes behind, DoorLeads leads, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.behind = behind;
        this.leads = leads;
        this.clock = clock;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
        this.ben = Visitor.signedIn(port, "ben");
    }

    @Test
    void whatAMachineHeardInAMessageIsSaidToBeAMachines() {
        Lead lead = SomeLeads.of("call:CA1", "Maya Ortiz", 0);
        behind.put(lead);
        Touch touch = SomeLeads.touchOf("call:CA1", lead, null)
                .learning(List.of(
                        new Fact(Fact.Kind.VOICEMAIL, "left", MovableClock.MONDAY_NINE, Map.of()),
                        Fact.transcript("RE1", "Please call me on Monday.", MovableClock.MONDAY_NINE),
                        new Fact(Fact.Kind.CRISIS, Fact.IN_A_MESSAGE, MovableClock.MONDAY_NINE, Map.of())));
        behind.touches.put(touch.id(), touch);

        assertThat(ana.get("/console/leads/" + lead.id()).body())
                .contains(
                        "Voicemail: listen first",
                        "Call received: Voicemail",
                        "Written down by a machine:",
                        ">Please call me on Monday.</blockquote>");
    }

    @Test
    void whoeverIsSignedInIsWhoReadsAndWhoClaims() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0)
                .relatedTo(stored(SomeLeads.of("form:z", "Sam Ortiz", 0)).id(), Related.Kind.SHARES_PHONE));

        ana.get(path(lead));
        ben.post(path(lead) + "/claim", Map.of());
        ana.get("/console/queue?view=mine");

        assertThat(behind.readers)
                .contains(Actors.person("ana"), Actors.person("ben"))
                .allMatch(reader -> reader instanceof Actor.Person || reader.equals(new Actor.Rule("danger-count")));
    }

    @Test
    void theWholeLeadIsShown() {
        Lead other = stored(SomeLeads.of("form:z", "Sam Ortiz", 0));
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ben")
                .relatedTo(other.id(), Related.Kind.SHARES_PHONE));
        Touch touch = SomeLeads.touchOf("form:a", lead, "Evenings <i>please</i>");
        behind.touches.put(touch.id(), touch);

        String page = ana.get(path(lead)).body();

        assertThat(page)
                .contains("Maya Ortiz", "href=\"tel:+13055550123\"", "(305) 555-0123", "mailto:maya@example.org")
                .contains("Ben Carter", "Speaks Spanish", "5m left", "09:05", "Shares a phone with", "Sam Ortiz")
                .contains("Form received", "Evenings &lt;i&gt;please&lt;/i&gt;", "Given to Ben Carter by rule", "EST")
                .contains("Nobody is known by this phone.", "Next in the rotation.", "weight=2", "rotation, version 1")
                .doesNotContain("id=\"claim\"");
        assertThat(page.indexOf("Given to Ben Carter")).isLessThan(page.indexOf("Form received"));
    }

    @Test
    void anAddressWithLettersOfSeveralAlphabetsHasToBeReadBack() {
        ContactPoint alike = EmailAddress.parse("maya@\u0435xample.org").orElseThrow();
        Lead lead = stored(SomeLeads.reachedBy("form:a", SomeLeads.MAIL, alike));
        Lead plain = stored(SomeLeads.reachedBy("form:b", SomeLeads.MAIL));

        assertThat(ana.get(path(lead)).body())
                .contains("maya@xn--xample-2of.org", "Letters of several alphabets: read it back");
        assertThat(ana.get(path(plain)).body()).doesNotContain("several alphabets");
    }

    @Test
    void everythingThatWasSaidIsShownByContactTheNewestFirst() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        Asked first = new Asked(
                "consultation",
                "33101",
                LocalDate.of(1990, 4, 2),
                new Language("es"),
                "other",
                List.of("weekday-evening", "weekend-morning"),
                new Asked.Consents(true, false, true, false, "2026-11"),
                Map.of("utm_source", "newsletter"));
        Asked second = new Asked("consultation", null, null, null, null, List.of(), null, Map.of());
        keep(SomeLeads.touchOf("form:a", lead, "\u0645\u0631\u062d\u0628\u0627", first));
        keep(SomeLeads.touchOf("form:b", lead, "Or at noon", second));

        String page = ana.get(path(lead)).body();

        assertThat(page)
                .containsSubsequence("What they said", "Or at noon", "\u0645\u0631\u062d\u0628\u0627", "What happened");
        assertThat(values(page))
                .containsSubsequence(
                        "For whom: Somebody else",
                        "Good times: weekday evenings, weekend mornings",
                        "ZIP: 33101",
                        "Born: 2 April 1990",
                        "Language: Spanish",
                        "Agreed to: a call, a voicemail",
                        "Did not agree to: a text, marketing",
                        "Words of consent: 2026-11, in Spanish",
                        "Came from: source newsletter");
        assertThat(page).contains("<blockquote dir=\"auto\">\u0645\u0631\u062d\u0628\u0627</blockquote>");
    }

    private void keep(Touch touch) {
        behind.touches.put(touch.id(), touch);
    }

    private static List<String> values(String page) {
        return Pattern.compile("<dt>([^<]*)</dt><dd>(?:<bdi>)?([^<]*)(?:</bdi>)?</dd>")
                .matcher(page.replaceAll(">\\s+<", "><"))
                .results()
                .map(one -> one.group(1) + ": " + one.group(2))
                .toList();
    }

    @Test
    void afterATalkItIsToldWhatIsToBeNotedAndTheCallSaysWhatItWas() {
        Conversation talk = new Conversation(
                new SourceId("call:CA1"),
                ANA,
                MovableClock.MONDAY_NINE.plusSeconds(40),
                MovableClock.MONDAY_NINE.plusSeconds(400),
                false);
        Lead lead = stored(SomeLeads.afterATalk("call:CA1", talk));
        keep(SomeLeads.touchOf("call:CA1", lead, null)
                .learning(List.of(
                        Conversation.fact(ANA, talk.from(), talk.until(), false),
                        new Fact(
                                Fact.Kind.CALLED_BACK,
                                "not-reached",
                                talk.until().plusSeconds(60),
                                Map.of("by", "ben", "came", "busy")))));
        clock.advance(Duration.ofMinutes(8));

        String page = ana.get(path(lead)).body();

        assertThat(page)
                .contains("Note what came of the talk with Ana Reyes, 09:00, 6 min", ">09:11<")
                .containsSubsequence(
                        "Called back: Ben Carter accepted, the person\u2019s line was busy",
                        "Call received: Ana Reyes talked with them for 6 min")
                .contains("Somebody talked with them: what came of it is noted by whoever talked");
    }

    @Test
    void theTimeThatWasNamedIsSaidByTheClock() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        ana.get(path(lead));
        ana.post(path(lead) + "/outcome", Map.of("outcome", "SPOKE_CALLBACK", "at", "2026-11-25T15:00"));
        String called = ana.get(path(lead)).body();
        ana.post(path(lead) + "/outcome", Map.of("outcome", "SPOKE_BOOKED", "at", "2026-12-02T10:00"));
        String booked = ana.get(path(lead)).body();

        assertThat(called)
                .contains("Outcome by Ana Reyes: Wants to be called back for Wed 25 Nov, 15:00", ">Wed 15:00<");
        assertThat(booked)
                .contains("Consultation Wed 2 Dec, 10:00")
                .contains("Outcome by Ana Reyes: Booked a consultation for Wed 2 Dec, 10:00");
    }

    @Test
    void whoMayNotBeCalledNowHasNoGreenButton() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        String inHours = ana.get(path(lead)).body();
        clock.advance(Duration.ofHours(11).plusMinutes(30));
        String after = Visitor.signedIn(port, "ana").get(path(lead)).body();

        assertThat(inHours).contains("class=\"button call\"").doesNotContain("May be called from");
        assertThat(after)
                .contains("May be called from Tue 09:00 (Tuesday hours, Eastern Time).")
                .contains("Call (305) 555-0123 anyway: did they ask for it?")
                .doesNotContain("button call");
    }

    @Test
    void reasonsNamePeopleAndTellTimesByTheClock() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        Explanation why = new Explanation(
                Explanation.Step.ASSIGN,
                "answered",
                "7",
                "ana took the call at 2026-11-23T14:00:00.123Z.",
                Map.of("ben", "away", "after-hours", "PT30M", "weights", "pass=360360 given=1/3"));
        behind.put(lead.decided(new Assignment(1, ANA, null, Assignment.How.ANSWER, MovableClock.MONDAY_NINE, why)));

        String page = ana.get(path(lead)).body();
        List<String> values = values(page);

        assertThat(page).contains("Ana Reyes took the call at 09:00.", "Details: answered, version 7");
        assertThat(values)
                .containsSubsequence("After hours: 30 min", "Ben Carter: away", "after-hours: PT30M", "ben: away")
                .contains("weights: pass=360360 given=1/3")
                .doesNotContain("Weights: pass=360360 given=1/3");
    }

    @Test
    void aMergedLeadShowsItsSurvivor() {
        Lead old = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        Lead young = stored(SomeLeads.of("form:b", "Maya Ortiz", 60));
        Lead frozen = young.mergedInto(old.id(), false);
        behind.put(old.absorbing(frozen), frozen);

        assertThat(ana.get(path(young)).body()).contains("data-lead=\"" + old.id() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/leads/0123456789abcdef01234567", "/console/leads/x"})
    void thereIsNoSuchLead(String path) {
        HttpResponse<String> answer = ana.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such lead", "/console/queue");
        assertThat(ana.post(path + "/claim", Map.of()).statusCode()).isEqualTo(404);
        assertThat(ana.post(path + "/notes", Map.of("text", "x")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsSignedInClaimsAndTheSecondIsTold() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        assertThat(ana.get(path(lead)).body()).contains("id=\"claim\"", "Nobody owns it");
        ben.get(path(lead));

        HttpResponse<String> first = ana.post(path(lead) + "/claim", Map.of());
        HttpResponse<String> second = ben.post(path(lead) + "/claim", Map.of());

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(ana.follow(first).body()).contains("You own this lead now.", "Claimed by Ana Reyes");
        assertThat(ana.follow(first).body())
                .doesNotContain("You own this lead now.")
                .contains("You own this lead.");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Already taken by Ana Reyes.", "Owned by")
                .doesNotContain("id=\"claim\"");
        assertThat(leads.openIdsOf(ANA, 2, Actors.TEST)).containsExactly(lead.id());
    }

    @Test
    void aPageThatFetchesItselfAnewDoesNotTakeTheWordsOfTheAnswer() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        ana.get(path(lead));
        HttpResponse<String> claimed = ana.post(path(lead) + "/claim", Map.of());

        assertThat(ana.get(path(lead), "HX-Request", "true").body()).doesNotContain("You own this lead now.");
        assertThat(ana.follow(claimed).body()).contains("You own this lead now.");
    }

    @Test
    void aClosedLeadSaysWhyAndCannotBeClaimed() {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0)
                .closed(CloseReason.CHOSE_OTHER_PROVIDER, MovableClock.MONDAY_NINE));

        assertThat(ana.get(path(lead)).body()).contains("Chose other provider").doesNotContain("id=\"claim\"");
        HttpResponse<String> answer = ana.post(path(lead) + "/claim", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("This lead is closed");
    }

    @Test
    void aNoteIsKeptOnceByWhoeverWroteIt() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        Map<String, String> note =
                Map.of("text", " Prefers <evenings> ", "note", "01234567-89ab-cdef-0123-456789abcdef");
        ben.get(path(lead));

        HttpResponse<String> once = ben.post(path(lead) + "/notes", note);
        HttpResponse<String> again = ben.post(path(lead) + "/notes", note);

        assertThat(behind.acts.values()).singleElement().satisfies(act -> {
            assertThat(act.by()).isEqualTo(BEN);
            assertThat(act.what()).isEqualTo(CoordinatorAct.What.NOTE);
            assertThat(act.note()).isEqualTo("Prefers <evenings>");
        });
        assertThat(once.statusCode()).isEqualTo(302);
        assertThat(ben.follow(again).body())
                .contains("The note is saved.", "Note by Ben Carter", "Prefers &lt;evenings&gt;");
        assertThat(leads.openIdsOf(ANA, 2, Actors.TEST)).containsExactly(lead.id());
    }

    @Test
    void otherWordsUnderTheSameIdAreAnotherNote() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        String id = "01234567-89ab-cdef-0123-456789abcdef";
        ana.get(path(lead));

        ana.post(path(lead) + "/notes", Map.of("text", "Prefers evenings", "note", id));
        ana.post(path(lead) + "/notes", Map.of("text", "Prefers evenings, and Fridays", "note", id));

        assertThat(behind.acts.values())
                .extracting(CoordinatorAct::note)
                .containsExactlyInAnyOrder("Prefers evenings", "Prefers evenings, and Fridays");
    }

    @Test
    void anOutcomeWhoseAnswerWasLostIsSentAgainAndIsOneAttempt() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        Map<String, String> outcome =
                Map.of("outcome", "NO_ANSWER", "text", "Rang for long", "note", "01234567-89ab-cdef-0123-456789abcdef");
        ana.get(path(lead));

        ana.post(path(lead) + "/outcome", outcome);
        HttpResponse<String> again = ana.post(path(lead) + "/outcome", outcome);

        assertThat(ana.follow(again).body()).contains("The outcome is saved");
        assertThat(behind.acts.values()).extracting(CoordinatorAct::detail).containsExactly("NO_ANSWER");
        assertThat(Objects.requireNonNull(behind.leads.get(lead.id())).work().followUp())
                .isNotNull()
                .extracting(FollowUp::attempts)
                .isEqualTo(1);
    }

    @Test
    void aClosingThatIsSentAgainIsSavedAndNobodyElseHasClosedIt() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        Map<String, String> closing = Map.of("reason", "COST", "note", "01234567-89ab-cdef-0123-456789abcdef");
        ana.get(path(lead));

        ana.post(path(lead) + "/close", closing);
        HttpResponse<String> again = ana.post(path(lead) + "/close", closing);

        assertThat(ana.follow(again).body()).contains("The lead is closed.").doesNotContain("Somebody has closed");
        assertThat(behind.acts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Notes.LONGEST + 1})
    void whatIsNoNoteIsNotLost(int length) {
        Lead lead = stored(SomeLeads.of("form:a", "Maya Ortiz", 0));
        String typed = "x".repeat(length);

        ana.get(path(lead));
        HttpResponse<String> answer = ana.post(path(lead) + "/notes", Map.of("text", typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was saved.", ">" + typed + "</textarea>", "id=\"note-fault\"");
        assertThat(behind.acts).isEmpty();
    }

    @Test
    void anOutcomeOwesWhatComesNext() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        assertThat(ana.get(path(lead)).body()).contains("Wants to be called back", "America/New_York");

        HttpResponse<String> noTime = ana.post(path(lead) + "/outcome", Map.of("outcome", "SPOKE_CALLBACK"));
        assertThat(noTime.statusCode()).isEqualTo(422);
        assertThat(noTime.body())
                .contains("Say which time was named.", "value=\"SPOKE_CALLBACK\" data-needs=\"time\" selected");
        Map<String, String> odd = Map.of("outcome", "SPOKE_CALLBACK", "at", "soon");
        assertThat(ana.post(path(lead) + "/outcome", odd).statusCode()).isEqualTo(422);
        assertThat(ana.post(path(lead) + "/outcome", Map.of()).statusCode()).isEqualTo(422);

        Map<String, String> promised =
                Map.of("outcome", "SPOKE_CALLBACK", "at", "2026-11-23T15:30", "text", "After work", "language", "");
        assertThat(ana.follow(ana.post(path(lead) + "/outcome", promised)).body())
                .contains(
                        "The outcome is saved: Wants to be called back.",
                        "Outcome by Ana Reyes: Wants to be called back",
                        "After work")
                .contains("datetime=\"2026-11-23T20:30:00Z\"", "Callback promised");
    }

    @Test
    void whatIsWrongIsSaidBesideEachFieldAndNothingTypedIsLost() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        String page = ana.get(path(lead)).body();
        assertThat(page)
                .contains("Wants to be called back (time needed)", "Speaks another language (language needed)")
                .contains("<optgroup label=\"Spoken here\">", "<option value=\"es\">Spanish</option>");

        HttpResponse<String> answer =
                ana.post(path(lead) + "/outcome", Map.of("at", "soon", "language", "de", "text", "x".repeat(4_001)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"outcome-fault\">Say how the attempt ended.")
                .contains("id=\"at-fault\">This is no date and time.")
                .contains("id=\"note-fault\">A note has at most 4,000 characters; this one has 4,001.")
                .contains("aria-describedby=\"at-hint at-fault\"", "aria-invalid=\"true\"")
                .contains("<option value=\"de\" selected=\"selected\">German</option>", ">" + "x".repeat(4_001) + "<");
        Map<String, String> lacks = Map.of("outcome", "LANGUAGE_NEEDED", "at", "2026-11-23T15:30");
        assertThat(ana.post(path(lead) + "/outcome", lacks).body())
                .contains(
                        "id=\"language-fault\">Say which language they speak.",
                        "id=\"at-fault\">This outcome keeps no time");
        assertThat(behind.acts).isEmpty();
    }

    @Test
    void theOneNoteGoesAlongWithWhateverIsSaved() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        assertThat(ana.get(path(lead)).body()).containsOnlyOnce("<textarea");

        ana.post(path(lead) + "/outcome", Map.of("outcome", "NO_ANSWER", "text", "Rang for long\r\nand well"));
        ana.post(path(lead) + "/close", Map.of("reason", "COST", "text", "Too dear"));

        assertThat(behind.acts.values())
                .extracting(CoordinatorAct::note)
                .containsExactlyInAnyOrder("Rang for long\nand well", "Too dear");
    }

    @Test
    void whatIsTypedBesidesANoteStaysWhenTheNoteIsSaved() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        ana.get(path(lead));

        HttpResponse<String> saved = ana.post(
                path(lead) + "/notes", Map.of("text", "Call later", "outcome", "BUSY", "at", "", "reason", "COST"));

        assertThat(ana.follow(saved).body())
                .contains("The note is saved.", "value=\"BUSY\" data-needs=\"nothing\" selected")
                .contains("<option value=\"COST\" selected=\"selected\">", "></textarea>");
    }

    @Test
    void tabsOfLeadsAreToldApartAndNameNobody() {
        Lead maya = stored(SomeLeads.of("form:a", "maya ortiz-Lane", 0));

        assertThat(ana.get(path(maya)).body()).contains("<title>MOL · Lead · Careline</title>");
    }

    @Test
    void aLeadIsClosedWithAReasonOnce() {
        Lead lead = stored(SomeLeads.ownedBy(SomeLeads.of("form:a", "Maya Ortiz", 0), "ana"));
        ana.get(path(lead));
        ben.get(path(lead));

        assertThat(ana.post(path(lead) + "/close", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(ana.follow(ana.post(path(lead) + "/close", Map.of("reason", "COST")))
                        .body())
                .contains("The lead is closed.", "Closed: <strong>Cost</strong>", "Closed by Ana Reyes")
                .doesNotContain("id=\"outcome\"", "id=\"reason\"");
        HttpResponse<String> late = ben.post(path(lead) + "/outcome", Map.of("outcome", "NO_ANSWER"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has closed this lead meanwhile.");
    }

    private Lead stored(Lead lead) {
        leads.write(List.of(lead));
        return behind.leads.getOrDefault(lead.id(), lead);
    }

    private static String path(Lead lead) {
        return "/console/leads/" + lead.id();
    }
}
