package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.act;
import static org.careline.lead.SomeLeads.call;
import static org.careline.lead.SomeLeads.due;
import static org.careline.lead.SomeLeads.form;
import static org.careline.lead.SomeLeads.minute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.careline.contact.PersonName;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoredAsText;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** What an earlier or a later version stored is read: fields that are not there, and fields that nobody knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierVersionsTests {

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.at(
            server.uri(), new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new));
    private final MongoConverter form = store.template().getConverter();

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    /** With everything that a lead can carry. */
    private static Lead full() {
        Lead danger = Lead.openedBy(SomeLeads.wroteOfDanger(0)).receiving(SomeLeads.talked(2, ANA, 4));
        return SomeLeads.owned(danger, ANA, 3)
                .attempted(
                        act(danger.id(), 1, ANA),
                        Stage.ATTEMPTING,
                        new FollowUp("new-enquiry", minute(0), 1),
                        due(Action.CALL_BACK, 90),
                        false)
                .postponing(Optional.of(due(Action.REVIEW, 300)))
                .relatedTo(LeadId.madeBy(form(9)), Related.Kind.SHARES_PHONE);
    }

    private Document written(Object value) {
        Document document = new Document();
        form.write(value, document);
        return document;
    }

    private static void erase(Document document, String path) {
        List<String> parts = Arrays.asList(path.split("\\.", -1));
        Document inner =
                parts.size() == 1 ? document : document.getEmbedded(parts.subList(0, parts.size() - 1), Document.class);
        assertThat(inner.remove(parts.get(parts.size() - 1)))
                .as("%s is stored", path)
                .isNotNull();
    }

    @Test
    void aLeadIsReadAsItWasWritten() {
        assertThat(form.read(Lead.class, written(full()))).isEqualTo(full());
    }

    /** However it is grouped in the code. */
    @Test
    void itsFieldsLieWhereTheyAlwaysLay() {
        Document stored = written(full());

        assertThat(stored.keySet())
                .containsExactlyInAnyOrder(
                        "_id",
                        "rev",
                        "createdAt",
                        "person",
                        "history",
                        "ownership",
                        "work",
                        "family",
                        "related",
                        "next",
                        "listed",
                        "wakesAt");
        assertThat(stored.get("work", Document.class).keySet())
                .containsExactlyInAnyOrder(
                        "stage", "due", "followUp", "safety", "safetyHold", "afterwards", "taker", "lastAct");
        assertThat(stored.getEmbedded(List.of("next", "lane"), String.class)).isEqualTo("L0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history.attributedAt",
                "history.talk",
                "history.unnoted",
                "history.settledAt",
                "work.afterwards",
                "work.taker",
                "work.lastAct",
                "work.followUp",
                "work.safetyHold",
                "person.language",
                "person.zips",
                "related",
                "family.members",
                "family.kept",
                "ownership.ledger",
                "ownership.owner",
                "family.joining",
                "family.ordered",
                "next",
                "listed",
                "wakesAt"
            })
    @Holds(Promise.P7)
    void aLeadWithoutAFieldIsReadAndIsOwedSomething(String path) {
        Lead attributed = full().receiving(from(Map.of("utm_source", "letter")));
        Document stored = written(attributed);
        if (path.equals("ownership.owner")) {
            stored.get("ownership", Document.class).put("reason", "UNDECIDED");
        }
        erase(stored, path);

        Lead read = form.read(Lead.class, stored);

        assertThat(read.id()).isEqualTo(attributed.id());
        assertThat(read.next()).isNotNull();
        assertThat(read.listed()).isEqualTo(attributed.listed());
        assertThat(read.work().safetyHold()).isTrue();
        assertThat(form.read(Lead.class, written(read))).isEqualTo(read);
    }

    @Test
    @Holds(Promise.P5)
    void aHoldWithoutItsCausesHolds() {
        Document stored = written(full());
        erase(stored, "work.safety");

        Lead read = form.read(Lead.class, stored);

        assertThat(read.work().safety().pending()).extracting(Cause::kind).containsExactly(Kind.UNRECORDED);
        assertThat(read.next()).extracting(NextAction::lane).isEqualTo(Lane.SAFETY);
    }

    @Test
    void whereTheFirstContactCameFromWasThenTheFirstContactsOwn() {
        Document stored = written(Lead.openedBy(from(Map.of("utm_source", "letter"))));
        erase(stored, "history.attributedAt");

        Lead read = form.read(Lead.class, stored);

        assertThat(read.times().attributedAt()).isEqualTo(read.times().firstInboundAt());
    }

    /** While two versions run beside each other. */
    @Test
    void fieldsOfALaterVersionAreLeftAside() {
        Document stored = written(full());
        stored.put("later", "unknown");
        stored.get("work", Document.class).put("later", new Document("un", "known"));

        assertThat(form.read(Lead.class, stored)).isEqualTo(full());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "message", "asked", "unconfirmed", "explanations"})
    void aContactWithoutAFieldIsRead(String path) {
        Document stored = written(touch());
        erase(stored, path);

        Touch read = form.read(Touch.class, stored);

        assertThat(read.id()).isEqualTo(touch().id());
        assertThat(read.facts()).isEqualTo(touch().facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"detail", "note", "why"})
    void anActWithoutAFieldIsRead(String path) {
        CoordinatorAct full = new CoordinatorAct(
                new ActId("act-1"),
                1,
                LeadId.madeBy(form(0)),
                minute(1),
                ANA,
                CoordinatorAct.What.OUTCOME,
                "NO_ANSWER",
                "Rang long.",
                SomeLeads.why());
        Document stored = written(full);
        erase(stored, path);

        assertThat(form.read(CoordinatorAct.class, stored))
                .extracting(CoordinatorAct::id, CoordinatorAct::what)
                .containsExactly(full.id(), full.what());
    }

    private static Contact from(Map<String, String> attribution) {
        return Contacts.of(
                SomeLeads.form(7),
                minute(1),
                minute(6),
                SomeLeads.MAYA,
                attribution,
                null,
                true,
                minute(95),
                List.of());
    }

    private static Touch touch() {
        return new Touch(
                call(0),
                1,
                LeadId.madeBy(form(0)),
                Touch.Direction.IN,
                minute(0),
                new PersonName("Maya"),
                "Please call",
                true,
                List.of(Conversation.fact(ANA, minute(1), minute(2), true)),
                List.of(SomeLeads.why()),
                new Asked("consultation", null, null, null, null, List.of(), null, Map.of()));
    }
}
