package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.Page;
import org.careline.store.StoreUnavailable;
import org.careline.store.StoredAsText;
import org.careline.support.Actors;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoLeadBookTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00.123Z");

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.at(
            server.uri(), new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new));
    private final LeadBook book = store.bean(LeadBook.class);
    private final GuardedStore<LeadId, Lead> leads =
            new MongoGuardedStore<>(store.template(), LeadDocuments.LEADS, Lead.class, Clock.systemUTC());
    private final GuardedStore<SourceId, Touch> touches =
            new MongoGuardedStore<>(store.template(), LeadDocuments.TOUCHES, Touch.class, Clock.systemUTC());

    @BeforeEach
    void emptyTheStore() {
        store.template().dropCollection(LeadDocuments.LEADS);
        store.template().dropCollection(LeadDocuments.TOUCHES);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void whoeverFollowsChangesIsToldTheSameAsTheLeadsSay() {
        Lead open = lead("form:a", 0);
        Lead owned = lead("form:b", 1)
                .decided(new Assignment(
                        1,
                        new CoordinatorId("ana"),
                        null,
                        Assignment.How.RULE,
                        NINE,
                        new Explanation(Explanation.Step.ASSIGN, "rotation", "1", "next", Map.of())));
        Lead closed = lead("form:c", 2).closed(CloseReason.SPAM, NINE);
        Lead merged = lead("form:d", 3).mergedInto(open.id(), false);
        leads.write(List.of(open, owned, closed, merged));

        List<WrittenLead> written = store.bean(LeadRounds.class).writtenSince(Instant.EPOCH, 10, Actors.TEST);

        assertThat(written)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at", "rev")
                .containsExactlyInAnyOrder(
                        WrittenLead.of(open, NINE),
                        WrittenLead.of(owned, NINE),
                        WrittenLead.of(closed, NINE),
                        WrittenLead.of(merged, NINE));
        assertThat(written).allSatisfy(one -> assertThat(one.rev()).isEqualTo(1));
        assertThat(store.bean(LeadRounds.class).writtenSince(written.get(0).at().plusSeconds(60), 10, Actors.TEST))
                .isEmpty();
    }

    @Test
    @Holds(Promise.P5)
    void whomAnEarlierVersionHeldForSafetyIsHeldStill() {
        Lead lead = lead("form:a", 0);
        leads.write(List.of(lead));
        store.template()
                .getCollection(LeadDocuments.LEADS)
                .updateOne(
                        new Document("_id", lead.id().value()),
                        new Document("$set", new Document("work.safetyHold", true))
                                .append("$unset", new Document("work.safety", "")));

        Lead read = book.find(lead.id(), Actors.TEST).orElseThrow().lead();

        assertThat(read.work().safetyHold()).isTrue();
        assertThat(read.work().safety().pending())
                .containsExactly(new SafetyHold.Cause(
                        SafetyHold.Kind.UNRECORDED, NINE, lead.id().value(), null));
        assertThat(read.next()).extracting(NextAction::lane).isEqualTo(Lane.SAFETY);
        leads.write(List.of(read));
        assertThat(book.find(lead.id(), Actors.TEST).orElseThrow().lead().work())
                .isEqualTo(read.work());
    }

    @Test
    @Holds(Promise.P5)
    void whyALeadWasHeldAndWhoEndedItIsReadBack() {
        Lead lead = Lead.openedBy(new Contact(
                source("form:a"),
                NINE,
                NINE,
                new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), null),
                Map.of(),
                null,
                true,
                null,
                List.of(SafetyHold.Cause.of(SafetyHold.Kind.WORDS, NINE, source("form:a"))),
                null));
        Lead ended = lead.safe(new SafetyHold.End(NINE.plusSeconds(60), new CoordinatorId("ana"), "a song's words"));
        leads.write(List.of(ended));

        assertThat(book.find(lead.id(), Actors.TEST).orElseThrow().lead().work())
                .isEqualTo(ended.work());
        assertThat(ended.work().safetyHold()).isFalse();
    }

    @Test
    void everythingOfALeadAndItsTouchesIsReadBack() {
        Lead lead = lead("form:a", 0)
                .relatedTo(LeadId.madeBy(source("form:z")), Related.Kind.SHARES_PHONE)
                .toReview(source("form:a"), NINE);
        Touch touch = touch("form:a", lead.id(), NINE);

        leads.write(List.of(lead));
        touches.write(List.of(touch));

        LeadWithHistory file = book.find(lead.id(), Actors.TEST).orElseThrow();
        assertThat(file.lead()).usingRecursiveComparison().ignoringFields("rev").isEqualTo(lead);
        assertThat(file.lead().rev()).isEqualTo(1);
        assertThat(file.touches())
                .singleElement()
                .satisfies(read -> assertThat(read)
                        .usingRecursiveComparison()
                        .ignoringFields("rev")
                        .isEqualTo(touch));
    }

    @Test
    void aTouchOfAnEarlierVersionSaysNothingOfWhatWasAsked() {
        Lead lead = lead("form:a", 0);
        leads.write(List.of(lead));
        touches.write(List.of(touch("form:a", lead.id(), NINE)));
        store.template()
                .getCollection(LeadDocuments.TOUCHES)
                .updateOne(new Document("_id", "form:a"), new Document("$unset", new Document("asked", "")));

        Touch read = book.find(lead.id(), Actors.TEST).orElseThrow().touches().get(0);

        assertThat(read.asked()).isNull();
        assertThat(read.message()).isEqualTo("hello");
    }

    @Test
    void anIdOfHexDigitsStaysAText() {
        Lead lead = lead("form:a", 0);
        leads.write(List.of(lead));

        Document stored = store.template()
                .getCollection(LeadDocuments.LEADS)
                .find(new Document("_id", lead.id().value()))
                .first();

        assertThat(stored)
                .containsEntry("_id", lead.id().value())
                .containsEntry("listed", lead.listed())
                .doesNotContainKey("_class");
    }

    @Test
    void contactPointsLieInTheStoreAsTheirKeys() {
        Lead lead = lead("form:a", 0);
        leads.write(List.of(lead));

        Document stored = store.template()
                .getCollection(LeadDocuments.LEADS)
                .find(new Document("_id", lead.id().value()))
                .first();

        assertThat(stored).isNotNull();
        assertThat(stored.get("person", Document.class).getList("points", String.class))
                .containsExactly("tel:+13055550123");
        assertThat(leads.find(List.of(lead.id())).values())
                .extracting(Lead::person)
                .containsExactly(lead.person());
    }

    @Test
    void anUnknownLeadIsNotFound() {
        assertThat(book.find(LeadId.madeBy(source("form:none")), Actors.TEST)).isEmpty();
        assertThat(book.living(Set.of(LeadId.madeBy(source("form:none"))), Actors.TEST))
                .isEmpty();
        assertThat(book.living(Set.of(), Actors.TEST)).isEmpty();
    }

    @Test
    void aMergedLeadIsFoundAsItsSurvivorWithAllTouches() {
        Lead oldest = lead("form:a", 0);
        Lead middle = lead("form:b", 1).mergedInto(oldest.id(), false);
        Lead youngest = lead("form:c", 2).mergedInto(middle.id(), false);
        leads.write(List.of(oldest.absorbing(middle).absorbing(youngest), middle, youngest));
        touches.write(List.of(
                touch("form:c", youngest.id(), NINE.plusSeconds(2)),
                touch("form:a", oldest.id(), NINE),
                touch("form:b", middle.id(), NINE.plusSeconds(1)),
                touch("form:x", LeadId.madeBy(source("form:x")), NINE)));

        LeadWithHistory file = book.find(youngest.id(), Actors.TEST).orElseThrow();

        assertThat(file.lead().id()).isEqualTo(oldest.id());
        assertThat(file.touches())
                .extracting(touch -> touch.id().value())
                .containsExactly("form:a", "form:b", "form:c");
        assertThat(book.living(List.of(youngest.id(), middle.id(), oldest.id()), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(oldest.id());
        assertThat(book.byAge(Optional.empty(), Page.first(10), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(oldest.id());
    }

    @Test
    void aLeadThatIsAboutToTakeOthersOverShowsTheirTouchesAlready() {
        Lead oldest = lead("form:a", 0);
        Lead youngest = lead("form:c", 2);
        Lead middle = lead("form:b", 1).absorbing(youngest).mergedInto(oldest.id(), false);
        Lead others = lead("form:d", 3).mergedInto(lead("form:e", 4).id(), false);
        leads.write(List.of(oldest, middle, youngest.mergedInto(middle.id(), false), others));
        touches.write(List.of(
                touch("form:c", youngest.id(), NINE.plusSeconds(2)),
                touch("form:a", oldest.id(), NINE),
                touch("form:b", middle.id(), NINE.plusSeconds(1)),
                touch("form:d", others.id(), NINE)));

        LeadWithHistory file = book.find(oldest.id(), Actors.TEST).orElseThrow();

        assertThat(file.touches())
                .extracting(touch -> touch.id().value())
                .containsExactly("form:a", "form:b", "form:c");
    }

    @Test
    void listsAreByAgeAndPageByKey() {
        Lead third = lead("form:a", 30);
        Lead first = lead("form:b", 10);
        Lead second = lead("form:c", 20).closed(CloseReason.SPAM, NINE.plusSeconds(60));
        leads.write(List.of(third, first, second));

        assertThat(book.byAge(Optional.empty(), Page.first(2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(first.id(), second.id());
        assertThat(book.byAge(Optional.empty(), Page.after(Objects.requireNonNull(second.listed()), 2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(third.id());
        assertThat(book.byAge(Optional.of(Stage.CLOSED), Page.first(9), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(second.id());
        assertThat(book.byAge(
                        Optional.of(Stage.NEW), Page.after(Objects.requireNonNull(first.listed()), 9), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(third.id());
    }

    @Test
    void theQueueIsByLaneThenDueTime() {
        Lead waiting = lead("form:a", 0);
        Lead onTheLine = Lead.openedBy(contact("call:CA1", 20, NINE.plusSeconds(900)));
        Lead waitingShorter = lead("form:b", 10);
        Lead closed = lead("form:c", 0).closed(CloseReason.SPAM, NINE);
        leads.write(List.of(waitingShorter, closed, waiting, onTheLine));

        assertThat(book.queue(Page.first(2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(onTheLine.id(), waiting.id());
        assertThat(book.queue(Page.after(place(waiting), 2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactly(waitingShorter.id());
    }

    @Test
    @Holds(Promise.P7)
    void onlyOpenLeadsWithoutANextActionAreCounted() {
        Lead winner = lead("form:a", 0);
        leads.write(List.of(
                winner,
                lead("form:b", 1).closed(CloseReason.SPAM, NINE),
                lead("form:c", 2).mergedInto(winner.id(), false)));
        assertThat(book.withoutNextAction()).isZero();

        store.template()
                .getCollection(LeadDocuments.LEADS)
                .updateOne(new Document("_id", winner.id().value()), new Document("$unset", new Document("next", "")));
        assertThat(book.withoutNextAction()).isOne();
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        WireStore shortLived = new WireStore();
        try (StoreContext lost = StoreContext.at(shortLived.uri())) {
            LeadBook gone = lost.bean(LeadBook.class);
            gone.queue(Page.first(1), Actors.TEST);
            shortLived.close();

            assertThatThrownBy(() -> gone.queue(Page.first(1), Actors.TEST))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("The store did not answer: read the queue");
        }
    }

    private static String place(Lead lead) {
        NextAction next = lead.next();
        return next == null ? "" : next.place();
    }

    private static SourceId source(String text) {
        return new SourceId(text);
    }

    private static Lead lead(String source, long secondsLater) {
        return Lead.openedBy(contact(source, secondsLater, null));
    }

    private static Contact contact(String source, long secondsLater, @Nullable Instant onTheLineUntil) {
        Person maya = new Person(
                Set.of(new PersonName("Maya Ortiz")),
                Set.of(new PhoneNumber("+13055550123")),
                Set.of(),
                new Language("es"));
        Instant at = NINE.plus(Duration.ofSeconds(secondsLater));
        return Contacts.of(
                source(source),
                at,
                at.plus(Lead.FIRST_RESPONSE),
                maya,
                Map.of("utm_source", "x"),
                onTheLineUntil,
                true);
    }

    private static Touch touch(String source, LeadId lead, Instant at) {
        var fact = new Fact(Fact.Kind.CALL_STATUS, "completed", at, Map.of("duration", "61"));
        var why = new Explanation(Explanation.Step.MATCH, "phone", "1", "One lead has this phone.", Map.of("a", "b"));
        return new Touch(
                source(source),
                0,
                lead,
                Touch.Direction.IN,
                at,
                new PersonName("Maya"),
                "hello",
                false,
                List.of(fact),
                List.of(why),
                new Asked(
                        "consultation",
                        "33101",
                        LocalDate.of(1990, 4, 2),
                        new Language("es"),
                        "other",
                        List.of("weekend-morning", "weekday-evening"),
                        new Asked.Consents(true, false, true, false, "2026-11"),
                        Map.of("utm_source", "newsletter")));
    }
}
