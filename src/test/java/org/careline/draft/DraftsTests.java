package org.careline.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.node.Seal;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is typed, through a store that speaks MongoDB's protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Holds(Promise.P12)
class DraftsTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private static final Duration KEEP = Duration.ofDays(30);

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.with(server.uri(), StoredDrafts.class);
    private final MovableClock clock = new MovableClock();
    private final Drafts drafts = opened(1);

    private LeadId lead = new LeadId("0".repeat(24));
    private LeadId another = lead;

    @BeforeAll
    void theStoreAnswers() {
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> drafts.of(ANA, List.of(lead)).isEmpty());
    }

    @BeforeEach
    void nothingIsTyped() {
        lead = LeadId.madeBy(new SourceId("form:" + UUID.randomUUID()));
        another = LeadId.madeBy(new SourceId("form:" + UUID.randomUUID()));
        clock.reset();
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void eachPageHasASheetOfItsOwn() {
        keep("a", 1, "She said");
        clock.advance(Duration.ofSeconds(1));
        keep("b", 1, "On the phone: yes");
        keep("a", 2, "She said no");

        assertThat(texts()).containsExactlyInAnyOrder("She said no", "On the phone: yes");
        assertThat(drafts.of(BEN, List.of(lead))).isEmpty();
        assertThat(drafts.of(ANA, List.of(another))).isEmpty();
        assertThat(drafts.of(ANA, List.of(lead, another))).hasSize(2);
    }

    @Test
    void whatArrivesLateChangesNothing() {
        keep("a", 3, "newer");
        keep("a", 2, "older");
        assertThat(texts()).containsExactly("newer");

        drafts.keep(ANA, lead, new Typed("a", 5, Map.of(), Map.of()));
        keep("a", 4, "was under way when it was saved");

        assertThat(texts()).isEmpty();
    }

    @Test
    void aSheetThatWasTakenOverStaysIfMoreWasTypedOnIt() {
        keep("a", 1, "one");
        keep("a", 2, "one two");
        drafts.keep(ANA, lead, new Typed("b", 1, Map.of("text", "one, and more"), Map.of("a", 1L)));
        assertThat(texts()).containsExactlyInAnyOrder("one two", "one, and more");

        drafts.keep(ANA, lead, new Typed("b", 2, Map.of("text", "both"), Map.of("a", 2L)));

        assertThat(texts()).containsExactly("both");
    }

    @Test
    void pagesThatWriteAtTheSameMomentAllKeepTheirs() {
        assertThat(IntStream.range(0, Drafts.MOST)
                        .parallel()
                        .allMatch(
                                page -> keep("page-" + page, 1, "text " + page).taken()))
                .isTrue();
        assertThat(texts()).hasSize(Drafts.MOST);

        Drafts.Kept refused = keep("one-more", 1, "no room");

        assertThat(refused.taken()).isFalse();
        assertThat(refused.all()).hasSize(Drafts.MOST);
        assertThat(keep("page-0", 2, "goes on").taken()).isTrue();
    }

    @Test
    @Holds(Promise.P10)
    void nothingOfItCanBeReadInTheStoreOrWithAnotherKey() {
        keep("a", 1, "takes lithium");

        assertThat(document(ANA)).asString().contains("page=a").doesNotContain("lithium", "text");
        assertThat(opened(2).of(ANA, List.of(lead))).isEmpty();
        assertThat(drafts.of(ANA, List.of(lead))).asString().doesNotContain("lithium");
    }

    @Test
    void whatNobodyTouchesIsDeletedAndWhatIsTouchedStays() {
        keep("a", 1, "old");
        drafts.keep(ANA, another, new Typed("b", 1, Map.of("text", "older"), Map.of()));
        DraftRounds rounds = new DraftRounds(store.template(), clock);
        clock.advance(KEEP.minusDays(1));
        keep("a", 2, "touched");
        rounds.round();
        assertThat(drafts.of(ANA, List.of(lead, another))).hasSize(2);

        clock.advance(Duration.ofDays(1));
        rounds.round();

        assertThat(drafts.of(ANA, List.of(lead, another)))
                .extracting(draft -> draft.fields().get("text"))
                .containsExactly("touched");
    }

    @Test
    void whatIsSavedLeavesNothingAfterAnHour() {
        keep("a", 1, "typed");
        drafts.keep(ANA, lead, new Typed("a", 2, Map.of(), Map.of()));
        drafts.keep(BEN, lead, new Typed("c", 1, Map.of(), Map.of()));
        assertThat(document(ANA)).isNotNull();
        assertThat(document(BEN)).isNull();

        clock.advance(StoredDraft.REMEMBERED);
        new DraftRounds(store.template(), clock).round();

        assertThat(document(ANA)).isNull();
    }

    private @Nullable Document document(CoordinatorId who) {
        return store.template()
                .getCollection(StoredDrafts.DRAFTS)
                .find(Filters.eq("_id", who + ":" + lead))
                .first();
    }

    private Drafts opened(int key) {
        return new SealedDrafts(
                new MongoGuardedStore<>(store.template(), StoredDrafts.DRAFTS, StoredDraft.class, Clock.systemUTC()),
                new Seal(() -> Arrays.copyOf(new byte[] {(byte) key}, 32)),
                KEEP,
                clock);
    }

    /** Tried again while the store of a busy machine is slow, as a page does. */
    private Drafts.Kept keep(String page, long step, String text) {
        Typed typed = new Typed(page, step, Map.of("text", text), Map.of());
        LeadId to = lead;
        return Awaitility.await()
                .ignoreException(StoreUnavailable.class)
                .until(() -> drafts.keep(ANA, to, typed), Objects::nonNull);
    }

    private List<String> texts() {
        return drafts.of(ANA, List.of(lead)).stream()
                .map(draft -> draft.fields().getOrDefault("text", ""))
                .toList();
    }
}
