package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.careline.store.Budget;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreUnavailable;
import org.careline.store.Versioned;
import org.careline.support.StoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the product makes of a store that is gone, slow, or cut off after it did what it was told and before it said so:
 * nothing of that surely holds, and all of it is found when it is looked for.
 */
class OutageContractTests extends StoreContract {

    private static final Budget BUDGET = Budget.OF_A_READER;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        try (Notes notes = notes(new Meddling() {})) {
            notes.proxy().close();

            assertThatThrownBy(() -> notes.store().find(List.of("a"))).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> notes.store().write(List.of(new Note("a", 0, "x"))))
                    .isInstanceOf(StoreUnavailable.class);
        }
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "insert", "update"})
    void aStoreThatIsSlowIsUnavailableWithinTheBudget(String command) {
        Cut cut = new Cut();
        store("{_id: 'a', rev: {$numberLong: '1'}, text: 'x'}");
        try (Notes notes = notes(cut, BUDGET)) {
            cut.stall(command);
            long start = System.nanoTime();

            assertThatThrownBy(() -> does(notes.store(), command)).isInstanceOf(StoreUnavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(BUDGET.time().multipliedBy(5));
            cut.release();
        }
    }

    private static void does(GuardedStore<String, Note> notes, String command) {
        switch (command) {
            case "find" -> notes.find(List.of("a"));
            case "insert" -> notes.write(List.of(new Note("b", 0, "y")));
            default -> notes.write(List.of(new Note("a", 1, "y")));
        }
    }

    @Test
    void anInsertWithoutAnAnswerIsNotSureAndIsFound() {
        Cut cut = new Cut();
        try (Notes notes = notes(cut)) {
            GuardedStore<String, Note> store = notes.store();
            cut.next("insert");

            notSure(store, List.of(new Note("a", 0, "x"), new Note("b", 0, "x")));

            assertThat(found(store, "a", "b", "c"))
                    .isEqualTo(Map.of("a", new Note("a", 1, "x"), "b", new Note("b", 1, "x")));
            assertThat(store.write(List.of(new Note("a", 0, "again"), new Note("c", 0, "x"))))
                    .isEqualTo(Set.of("c"));
        }
    }

    @Test
    void aReplacementWithoutAnAnswerIsNotSureAndIsFound() {
        Cut cut = new Cut();
        try (Notes notes = notes(cut)) {
            GuardedStore<String, Note> store = notes.store();
            store.write(List.of(new Note("a", 0, "x"), new Note("b", 0, "x")));
            cut.next("update");

            notSure(store, List.of(new Note("a", 1, "y")));

            assertThat(found(store, "a")).isEqualTo(Map.of("a", new Note("a", 2, "y")));
            assertThat(store.write(List.of(new Note("a", 1, "stale"), new Note("b", 1, "y"))))
                    .isEqualTo(Set.of("b"));
            assertThat(store.write(List.of(new Note("a", 2, "z")))).isEqualTo(Set.of("a"));
        }
    }

    @Test
    void aMixedWriteOfWhichHalfIsUnansweredIsNotSure() {
        Cut cut = new Cut();
        try (Notes notes = notes(cut)) {
            GuardedStore<String, Note> store = notes.store();
            store.write(List.of(new Note("a", 0, "x")));
            cut.next("update");

            notSure(store, List.of(new Note("b", 0, "y"), new Note("a", 1, "y")));

            assertThat(found(store, "a", "b"))
                    .isEqualTo(Map.of("a", new Note("a", 2, "y"), "b", new Note("b", 1, "y")));
        }
    }

    /** The look behind sums that fell short is cut off: what held is not known, so nothing surely does. */
    @Test
    void sumsThatCannotBeLookedBehindAreNotSure() {
        Cut cut = new Cut();
        try (Notes notes = notes(cut)) {
            GuardedStore<String, Note> store = notes.store();
            store.write(List.of(new Note("a", 0, "x"), new Note("b", 0, "x")));
            store.write(List.of(new Note("b", 1, "y")));
            cut.always("find");

            assertThatThrownBy(() -> store.write(List.of(new Note("a", 1, "y"), new Note("b", 1, "lost"))))
                    .isInstanceOf(StoreUnavailable.class);
            cut.release();

            assertThat(found(store, "a", "b"))
                    .isEqualTo(Map.of("a", new Note("a", 2, "y"), "b", new Note("b", 2, "y")));
        }
    }

    private static void notSure(GuardedStore<String, Note> store, List<Note> notes) {
        assertThatThrownBy(() -> store.write(notes)).isInstanceOf(StoreUnavailable.class);
    }

    /** As soon as the driver has found the store again. */
    private static Map<String, Note> found(GuardedStore<String, Note> store, String... ids) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(StoreUnavailable.class)
                .until(() -> store.find(List.of(ids)), any -> true);
    }

    /** Writes of which the driver itself asks again, as it does of a replica set, would hide what the product does. */
    private Notes notes(Meddling meddling) {
        return notes(meddling, Budget.OF_A_START);
    }

    /** Connected: what the first connection takes is not what is measured. */
    private Notes notes(Meddling meddling, Budget budget) {
        StoreProxy proxy = new StoreProxy(store.address().with("retryWrites=false"), meddling);
        StoreContext context = StoreContext.at(proxy.uri());
        Notes notes = new Notes(
                proxy,
                context,
                new MongoGuardedStore<>(context.template(), THINGS, Note.class, Clock.systemUTC(), budget));
        found(notes.store(), "nobody");
        return notes;
    }

    private record Notes(StoreProxy proxy, StoreContext context, GuardedStore<String, Note> store)
            implements AutoCloseable {

        @Override
        public void close() {
            context.close();
            proxy.close();
        }
    }

    record Note(String id, long rev, String text) implements Versioned<String> {}
}
