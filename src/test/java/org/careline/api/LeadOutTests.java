package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipt;
import org.careline.lead.Asked;
import org.careline.lead.Asked.Consents;
import org.careline.lead.CloseReason;
import org.careline.lead.Contact;
import org.careline.lead.Contacts;
import org.careline.lead.Explanation;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Person;
import org.careline.lead.Related;
import org.careline.lead.SafetyHold;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Doors
class LeadOutTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant TWO = Instant.parse("2026-11-23T14:00:00Z");
    private static final ContactPoint MAYAS_PHONE = new PhoneNumber("+13055550123");
    private static final ContactPoint MAYAS_MAIL = new EmailAddress("maya@example.org");

    private final DoorFakes behind;
    private final Browser browser;

    @Autowired
    LeadOutTests(DoorFakes behind, @LocalServerPort int port) {
        this.behind = behind;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void forget() {
        behind.forget();
    }

    @Test
    void aLeadIsShownWithAllItsNulls() {
        Lead lead = Lead.openedBy(Contacts.of(
                source("call:CA1"),
                TWO,
                TWO.plus(Lead.FIRST_RESPONSE),
                new Person(Set.of(), Set.of(MAYAS_PHONE), Set.of(), null),
                Map.of(),
                null,
                true));
        behind.put(lead);
        touch("call:CA1", lead.id(), TWO);

        HttpResponse<String> answer = browser.getWithToken("/api/v1/leads/" + lead.id());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + lead.id() + "\",\"rev\":0,\"createdAt\":\"2026-11-23T14:00:00.000Z\","
                        + "\"stage\":\"NEW\",\"closeReason\":null,\"name\":null,\"owner\":null,"
                        + "\"unassignedReason\":\"UNDECIDED\",\"nextAction\":{\"what\":\"CALL\",\"who\":\"queue\","
                        + "\"dueAt\":\"2026-11-23T14:05:00.000Z\"},\"safety\":null,\"contactPoints\":[\"tel:+13055550123\"],"
                        + "\"request\":{\"zip\":null,\"dateOfBirth\":null,\"forWhom\":null,\"bestTimes\":[],"
                        + "\"language\":null,\"message\":null,\"attribution\":{}},\"consents\":[],"
                        + "\"touches\":[{\"sourceId\":\"call:CA1\",\"channel\":\"call\",\"direction\":\"in\","
                        + "\"at\":\"2026-11-23T14:00:00.000Z\",\"outcome\":\"completed\"}],\"acts\":[],\"relatedLeads\":[],"
                        + "\"explanations\":[{\"step\":\"match\",\"rule\":\"new\",\"version\":\"1\","
                        + "\"text\":\"Nobody is known by this phone.\",\"evidence\":{\"phone\":\"+\u202623\"}}]}");
    }

    @Test
    @Holds(Promise.P5)
    void aLeadSaysWhySomebodyFearsForThePersonUntilThatIsEnded() {
        Lead held = Lead.openedBy(new Contact(
                source("form:1"),
                TWO,
                TWO.plus(Lead.FIRST_RESPONSE),
                new Person(Set.of(), Set.of(MAYAS_PHONE), Set.of(), null),
                Map.of(),
                null,
                true,
                null,
                List.of(SafetyHold.Cause.of(SafetyHold.Kind.WORDS, TWO, source("form:1"))),
                null));
        behind.put(held);

        String safety = "{\"since\":\"2026-11-23T14:00:00.000Z\",\"causes\":[{\"kind\":\"WORDS\","
                + "\"at\":\"2026-11-23T14:00:00.000Z\",\"source\":\"form:1\"}],\"takenBy\":null}";
        assertThat(get("/api/v1/leads/" + held.id()).get("safety")).hasToString(safety);
        assertThat(get("/api/v1/queue").get("items").get(0).get("safety")).hasToString(safety);

        behind.put(held.safe(new SafetyHold.End(TWO, new CoordinatorId("ana"), "a song's words")));
        assertThat(get("/api/v1/leads/" + held.id()).get("safety").isNull()).isTrue();
    }

    @Test
    void theClientOfTheTokenIsWhoReads() {
        Lead lead = lead("form:a", 0, MAYAS_PHONE);
        behind.put(lead);

        get("/api/v1/leads/" + lead.id());
        get("/api/v1/leads?phone=%2B13055550123");
        get("/api/v1/queue");

        assertThat(behind.readers).containsExactly(new Actor.Client("api-token"));
    }

    @Test
    void aMergedLeadAnswersWithItsSurvivor() {
        Lead old = lead("form:a", 0, MAYAS_PHONE);
        Lead young = lead("form:b", 60, MAYAS_MAIL);
        Lead frozen = young.mergedInto(old.id(), false);
        behind.put(old.absorbing(frozen), frozen);
        touch("form:b", young.id(), TWO.plusSeconds(60));
        touch("form:a", old.id(), TWO);

        JsonNode shown = get("/api/v1/leads/" + young.id());

        assertThat(shown.get("id").stringValue()).isEqualTo(old.id().value());
        assertThat(texts(shown.get("contactPoints"))).containsExactly(MAYAS_MAIL.key(), MAYAS_PHONE.key());
        assertThat(shown.get("touches").get(0).get("sourceId").stringValue()).isEqualTo("form:a");
        assertThat(shown.get("touches").size()).isEqualTo(2);
        assertThat(shown.get("explanations").size()).isEqualTo(2);
        assertThat(ids(get("/api/v1/leads"))).containsExactly(old.id().value());
    }

    @Test
    void ofEachFieldTheLastThingSaidIsTheRequestAndEveryConsentIsKept() {
        Lead old = lead("form:a", 0, MAYAS_PHONE);
        Lead young = lead("api:b", 60, MAYAS_MAIL);
        Lead frozen = young.mergedInto(old.id(), false);
        behind.put(old.absorbing(frozen), frozen);
        said(
                "form:a",
                old.id(),
                TWO,
                "Evenings please",
                new Asked(
                        "consultation",
                        "33101",
                        LocalDate.of(1990, 4, 2),
                        new Language("es"),
                        "other",
                        List.of("weekday-evening"),
                        new Consents(true, true, false, false, "2026-10"),
                        Map.of("utm_source", "newsletter")));
        said(
                "api:b",
                young.id(),
                TWO.plusSeconds(60),
                "Or mornings",
                new Asked(
                        "consultation",
                        null,
                        null,
                        null,
                        null,
                        List.of("weekend-morning"),
                        new Consents(true, false, true, false, null),
                        Map.of()));

        JsonNode shown = get("/api/v1/leads/" + young.id());

        assertThat(shown.get("request").toString())
                .isEqualTo("{\"zip\":\"33101\",\"dateOfBirth\":\"1990-04-02\",\"forWhom\":\"other\","
                        + "\"bestTimes\":[\"weekend-morning\"],\"language\":\"es\",\"message\":\"Or mornings\","
                        + "\"attribution\":{\"utm_source\":\"newsletter\"}}");
        assertThat(shown.get("consents").toString())
                .isEqualTo("[{\"sourceId\":\"api:b\",\"channel\":\"api\",\"at\":\"2026-11-23T14:01:00.000Z\","
                        + "\"language\":null,\"version\":null,\"call\":true,\"text\":false,\"voicemail\":true,"
                        + "\"marketing\":false},"
                        + "{\"sourceId\":\"form:a\",\"channel\":\"form\",\"at\":\"2026-11-23T14:00:00.000Z\","
                        + "\"language\":\"es\",\"version\":\"2026-10\",\"call\":true,\"text\":true,\"voicemail\":false,"
                        + "\"marketing\":false}]");
        assertThat(shown.get("touches").get(0).get("request").get("message").stringValue())
                .isEqualTo("Evenings please");
        assertThat(get("/api/v1/leads").get("items").get(0).has("request")).isFalse();
    }

    @Test
    void aClosedLeadSaysWhyAndOwesNothing() {
        Lead other = lead("form:z", 0, MAYAS_PHONE);
        behind.put(lead("form:a", 0, MAYAS_PHONE)
                .relatedTo(other.id(), Related.Kind.SHARES_PHONE)
                .closed(CloseReason.SPAM, TWO));

        JsonNode shown = get("/api/v1/leads").get("items").get(0);

        assertThat(shown.get("stage").stringValue()).isEqualTo("CLOSED");
        assertThat(shown.get("closeReason").stringValue()).isEqualTo("SPAM");
        assertThat(shown.get("nextAction").isNull()).isTrue();
        assertThat(shown.get("name").stringValue()).isEqualTo("Maya Ortiz");
        assertThat(shown.get("relatedLeads").get(0).get("kind").stringValue()).isEqualTo("SHARES_PHONE");
        assertThat(shown.has("touches")).isFalse();
        assertThat(shown.has("explanations")).isFalse();
        assertThat(shown.has("lane")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef01234567", "nonsense", "0123456789ABCDEF01234567", "%00"})
    void anUnknownLeadIsNotFound(String id) {
        assertThat(browser.getWithToken("/api/v1/leads/" + id).statusCode()).isIn(404, 400);
    }

    @Test
    void filtersAreAnded() {
        Lead both = lead("form:a", 0, MAYAS_PHONE, MAYAS_MAIL);
        Lead phoneOnly = lead("form:b", 1, MAYAS_PHONE);
        Lead closed = lead("form:c", 2, MAYAS_PHONE).closed(CloseReason.SPAM, TWO);
        behind.put(closed, phoneOnly, both, lead("form:d", 3, new PhoneNumber("+13055550199")));

        assertThat(found("phone=%28305%29%20555-0123")).containsExactly(both, phoneOnly, closed);
        assertThat(found("phone=+13055550123&stage=NEW")).containsExactly(both, phoneOnly);
        assertThat(found("phone=%2B13055550123&email=MAYA@example.org")).containsExactly(both);
        assertThat(found("email=maya@example.org&stage=CLOSED")).isEmpty();
        assertThat(found("stage=CLOSED")).containsExactly(closed);
        assertThat(found("phone=3055550123&owner=ana")).isEmpty();
        assertThat(found("owner=ana")).isEmpty();
        assertThat(found("phone=3055550188")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phon=3055550123",
                "phone=abc",
                "phone=",
                "phone=12",
                "email=maya",
                "stage=new",
                "stage=",
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=1e2",
                "limit=",
                "limit=99999999999",
                "limit=5&limit=5",
                "cursor=",
                "cursor=abc",
                "cursor=YQ.YQ",
                "phone=%c3%28",
            })
    void aQueryThatIsNoneIsRefused(String query) {
        for (String path : List.of("/api/v1/leads?")) {
            HttpResponse<String> answer = browser.getWithToken(path + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain("3055550123");
        }
    }

    @Test
    void listsPageByCursor() {
        List<String> all = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            Lead lead = lead("form:" + number, number, MAYAS_PHONE);
            behind.put(lead);
            all.add(lead.id().value());
        }
        for (String query : List.of("/api/v1/leads?limit=3", "/api/v1/leads?phone=3055550123&limit=3&stage=NEW")) {
            assertThat(pages(query)).isEqualTo(all);
        }
        assertThat(pages("/api/v1/queue?limit=2")).isEqualTo(all);
        assertThat(get("/api/v1/leads?limit=7").get("next").isNull()).isTrue();
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        behind.put(lead("form:a", 0, MAYAS_PHONE), lead("form:b", 1, MAYAS_PHONE));
        String next = get("/api/v1/leads?limit=1").get("next").stringValue();

        assertThat(browser.getWithToken("/api/v1/leads?cursor=" + next).statusCode())
                .isEqualTo(200);
        assertThat(browser.getWithToken("/api/v1/leads?stage=NEW&cursor=" + next)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.getWithToken("/api/v1/queue?cursor=" + next).statusCode())
                .isEqualTo(400);
        assertThat(browser.getWithToken("/api/v1/leads?cursor=x" + next).statusCode())
                .isEqualTo(400);
        assertThat(next).doesNotContain(LeadId.madeBy(source("form:a")).value());
    }

    @Test
    void theQueueTellsTheLane() {
        behind.put(
                lead("form:a", 0, MAYAS_PHONE),
                lead("form:b", 0, MAYAS_PHONE).closed(CloseReason.SPAM, TWO),
                Lead.openedBy(contact("call:CA1", 0, TWO.plusSeconds(900), MAYAS_PHONE)));

        JsonNode items = get("/api/v1/queue").get("items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).get("lane").stringValue()).isEqualTo("L1");
        assertThat(items.get(0).get("nextAction").get("what").stringValue()).isEqualTo("ON_CALL");
        assertThat(items.get(1).get("lane").stringValue()).isEqualTo("L3");
        assertThat(browser.getWithToken("/api/v1/queue?stage=NEW").statusCode()).isEqualTo(400);
    }

    @Test
    void aFrozenStoreIsSaidAtOnce() {
        behind.down = true;
        for (String path : List.of(
                "/api/v1/leads",
                "/api/v1/leads?phone=3055550123",
                "/api/v1/leads/0123456789abcdef01234567",
                "/api/v1/queue",
                "/api/v1/inquiries/CL1",
                "/api/v1/inquiries?state=parked")) {
            HttpResponse<String> answer = browser.getWithToken(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void whatBecameOfAnInquiryIsTold() {
        LeadId lead = LeadId.madeBy(source("form:a"));
        behind.statuses.add(new InquiryStatus(new Receipt("CL1"), InquiryState.DONE, lead, null, 0));
        behind.statuses.add(new InquiryStatus(new Receipt("CL2"), InquiryState.PARKED, null, "failed", 8));

        assertThat(browser.getWithToken("/api/v1/inquiries/CL1").body())
                .isEqualTo("{\"receipt\":\"CL1\",\"state\":\"done\",\"leadId\":\"" + lead
                        + "\",\"reason\":null,\"attempts\":0}");
        assertThat(browser.getWithToken("/api/v1/inquiries/CL2").body())
                .isEqualTo(
                        "{\"receipt\":\"CL2\",\"state\":\"parked\",\"leadId\":null,\"reason\":\"failed\",\"attempts\":8}");
        assertThat(browser.getWithToken("/api/v1/inquiries/CL3").statusCode()).isEqualTo(404);
        assertThat(browser.getWithToken("/api/v1/inquiries/other").statusCode()).isEqualTo(404);
    }

    @Test
    void inquiriesThatWaitAreListedByState() {
        for (int number = 0; number < 3; number++) {
            behind.statuses.add(
                    new InquiryStatus(new Receipt("CL" + number), InquiryState.SUSPECT, null, "honeypot", 0));
        }

        JsonNode first = get("/api/v1/inquiries?state=suspect&limit=2");
        JsonNode second = get("/api/v1/inquiries?state=suspect&limit=2&cursor="
                + first.get("next").stringValue());

        assertThat(first.get("items").size()).isEqualTo(2);
        assertThat(second.get("items").get(0).get("receipt").stringValue()).isEqualTo("CL2");
        assertThat(second.get("next").isNull()).isTrue();
        for (String query : List.of("", "?state=", "?state=done", "?state=accepted", "?state=PARKED", "?other=1")) {
            assertThat(browser.getWithToken("/api/v1/inquiries" + query).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyWhatWaitsIsReplayed() {
        behind.statuses.add(new InquiryStatus(new Receipt("CL1"), InquiryState.PARKED, null, "failed", 8));
        behind.statuses.add(new InquiryStatus(new Receipt("CL2"), InquiryState.REFUSED, null, "staff", 0));

        assertThat(replay("CL1").statusCode()).isEqualTo(202);
        assertThat(replay("CL1").body()).isEqualTo("{\"receipt\":\"CL1\",\"warnings\":[]}");
        assertThat(replay("CL2").statusCode()).isEqualTo(409);
        assertThat(replay("CL3").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> replay(String receipt) {
        return browser.postJson("/api/v1/inquiries/" + receipt + "/replay", "");
    }

    private List<Lead> found(String query) {
        return ids(get("/api/v1/leads?" + query)).stream()
                .map(id -> java.util.Objects.requireNonNull(behind.leads.get(new LeadId(id))))
                .toList();
    }

    private List<String> pages(String query) {
        List<String> all = new ArrayList<>();
        JsonNode page = get(query);
        all.addAll(ids(page));
        while (!page.get("next").isNull()) {
            page = get(query + "&cursor=" + page.get("next").stringValue());
            all.addAll(ids(page));
        }
        return all;
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = browser.getWithToken(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static SourceId source(String text) {
        return new SourceId(text);
    }

    private static Lead lead(String source, long secondsLater, ContactPoint... points) {
        return Lead.openedBy(contact(source, secondsLater, null, points));
    }

    private static Contact contact(
            String source, long secondsLater, @Nullable Instant onTheLineUntil, ContactPoint... points) {
        Person maya = new Person(Set.of(new PersonName("Maya Ortiz")), Set.of(points), Set.of(), new Language("es"));
        return Contacts.of(
                source(source),
                TWO.plus(Duration.ofSeconds(secondsLater)),
                TWO.plus(Duration.ofSeconds(secondsLater)).plus(Lead.FIRST_RESPONSE),
                maya,
                Map.of(),
                onTheLineUntil,
                true);
    }

    private void said(String source, LeadId lead, Instant at, String message, Asked asked) {
        SourceId id = source(source);
        behind.touches.put(
                id, new Touch(id, 1, lead, Touch.Direction.IN, at, null, message, false, List.of(), List.of(), asked));
    }

    private void touch(String source, LeadId lead, Instant at) {
        var over = new Fact(Fact.Kind.CALL_STATUS, "completed", at, Map.of());
        var why = new Explanation(
                Explanation.Step.MATCH, "new", "1", "Nobody is known by this phone.", Map.of("phone", "+\u202623"));
        SourceId id = source(source);
        behind.touches.put(
                id,
                new Touch(id, 1, lead, Touch.Direction.IN, at, null, null, false, List.of(over), List.of(why), null));
    }
}
