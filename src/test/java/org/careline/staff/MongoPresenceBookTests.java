package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFiles;
import org.careline.staff.Presence.State;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoPresenceBookTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private static final CoordinatorId FORMER = new CoordinatorId("former");

    private final MovableClock clock = new MovableClock();
    private final Roster roster =
            Roster.of(ClinicFiles.shipped().read("coordinators", ClinicCoordinators.class), ZoneOffset.UTC);
    private final WireStore server = new WireStore();
    private final StoreContext store = open(server);
    private final List<PresenceSaid> said = new CopyOnWriteArrayList<>();
    private final PresenceBook book = MongoPresenceBook.in(store.template(), roster, said::add, clock);

    @BeforeEach
    void nobodySaidAnything() {
        clock.reset();
        store.template().dropCollection(MongoPresenceBook.PRESENCE);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void whoeverNeverSaidAnythingIsMissing() {
        assertThat(book.all()).isEmpty();
    }

    @Test
    void awayIsForEightHoursAndAPauseForThirtyMinutes() {
        said.clear();
        Presence ana = book.say(ANA, State.AWAY, null);
        Presence ben = book.say(BEN, State.PAUSED, null);

        assertThat(ana).isEqualTo(new Presence(ANA, 1, State.AWAY, clock.instant(), later(Duration.ofHours(8))));
        assertThat(ben).isEqualTo(new Presence(BEN, 1, State.PAUSED, clock.instant(), later(Duration.ofMinutes(30))));
        assertThat(book.all()).isEqualTo(Map.of(ANA, ana, BEN, ben));
        assertThat(said).containsExactly(new PresenceSaid(ANA), new PresenceSaid(BEN));
    }

    @Test
    @Holds(Promise.P9)
    void aStateEndsByItself() {
        book.say(ANA, State.PAUSED, Duration.ofMinutes(10));

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(counts(ANA)).isEqualTo(State.PAUSED);
        clock.advance(Duration.ofMillis(1));
        assertThat(counts(ANA)).isEqualTo(State.HERE);
    }

    @Test
    void beingHereEndsAStateAtOnce() {
        book.say(ANA, State.AWAY, null);
        clock.advance(Duration.ofMinutes(5));

        Presence here = book.say(ANA, State.HERE, Duration.ofHours(1));

        assertThat(here).isEqualTo(new Presence(ANA, 2, State.HERE, clock.instant(), clock.instant()));
        assertThat(book.all()).containsEntry(ANA, here);
        assertThat(counts(ANA)).isEqualTo(State.HERE);
    }

    @Test
    void whoeverStaysAwayLongerHasBeenAwaySinceTheFirstTime() {
        Presence first = book.say(ANA, State.AWAY, Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(30));
        Presence longer = book.say(ANA, State.AWAY, Duration.ofHours(2));

        assertThat(longer.since()).isEqualTo(first.since());
        assertThat(longer.until()).isEqualTo(later(Duration.ofHours(2)));

        clock.advance(Duration.ofHours(3));
        assertThat(book.say(ANA, State.AWAY, null).since()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1M", "PT24H0.001S", "P2D"})
    void noStateLastsForNothingOrForMoreThanADay(String length) {
        assertThatThrownBy(() -> book.say(ANA, State.AWAY, Duration.parse(length)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(book.all()).isEmpty();
    }

    @Test
    void aWholeDayIsTheLongest() {
        assertThat(book.say(ANA, State.AWAY, Duration.ofDays(1)).until()).isEqualTo(later(Presence.LONGEST));
    }

    @Test
    void whoeverLeftTheRosterIsNotThere() {
        book.say(FORMER, State.AWAY, null);
        book.say(BEN, State.AWAY, null);

        assertThat(book.all()).containsOnlyKeys(BEN);
    }

    @Test
    void oneDocumentPerCoordinatorLiesInTheStore() {
        book.say(ANA, State.AWAY, null);
        book.say(ANA, State.PAUSED, null);

        assertThat(store.template().getCollection(MongoPresenceBook.PRESENCE).find(new Document("_id", "ana")))
                .singleElement()
                .satisfies(document -> assertThat(document)
                        .containsEntry("state", "PAUSED")
                        .containsEntry("rev", 2L)
                        .doesNotContainKey("_class"));
    }

    @Test
    void aLostGuardIsTriedAgain() {
        Presence said = rivalled(3).say(ANA, State.AWAY, null);

        assertThat(said.rev()).isEqualTo(4);
        assertThat(book.all()).containsEntry(ANA, said);
    }

    @Test
    void whoeverLosesEveryGuardIsTold() {
        PresenceBook unlucky = rivalled(Integer.MAX_VALUE);

        assertThatThrownBy(() -> unlucky.say(ANA, State.AWAY, null))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("others were quicker");
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        WireStore shortLived = new WireStore();
        try (StoreContext lost = open(shortLived)) {
            PresenceBook gone = MongoPresenceBook.in(lost.template(), roster, said::add, clock);
            gone.all();
            shortLived.close();

            assertThatThrownBy(gone::all)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("The store did not answer: read who is here");
            assertThatThrownBy(() -> gone.say(ANA, State.AWAY, null)).isInstanceOf(StoreUnavailable.class);
        }
    }

    /** A book in which somebody else speaks for the same person just before each of the first writes. */
    private PresenceBook rivalled(int times) {
        var guarded = new MongoGuardedStore<>(store.template(), MongoPresenceBook.PRESENCE, Presence.class, clock);
        GuardedStore<CoordinatorId, Presence> rivalled = new GuardedStore<>() {

            private int left = times;

            @Override
            public Map<CoordinatorId, Presence> find(Collection<CoordinatorId> ids) {
                return guarded.find(ids);
            }

            @Override
            public Set<CoordinatorId> write(Collection<Presence> documents) {
                if (left > 0) {
                    left--;
                    book.say(ANA, left % 2 == 0 ? State.PAUSED : State.HERE, null);
                }
                return guarded.write(documents);
            }
        };
        return new MongoPresenceBook(store.template(), rivalled, roster, said::add, clock);
    }

    private State counts(CoordinatorId who) {
        return book.all().getOrDefault(who, Presence.unsaid(who)).at(clock.instant());
    }

    private Instant later(Duration by) {
        return clock.instant().plus(by);
    }

    private static StoreContext open(WireStore server) {
        return StoreContext.at(server.uri(), new StoredStaff().storedCoordinatorIds());
    }
}
