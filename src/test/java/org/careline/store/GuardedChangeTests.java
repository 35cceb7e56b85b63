package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedChangeTests {

    private final Counts counts = new Counts();

    @Test
    void aChangeIsMadeFromWhatIsStored() {
        counts.put(new Count("a", 3, 7));

        Change<Count> made = counts.change("a", count -> Optional.of(count.plus(1)));

        assertThat(made).isEqualTo(new Change<>(Optional.of(new Count("a", 3, 7)), Optional.of(new Count("a", 3, 8))));
        assertThat(made.written()).isTrue();
        assertThat(counts.stored("a")).isEqualTo(new Count("a", 4, 8));
    }

    @Test
    void whoeverWasSlowerMakesItAnew() {
        counts.put(new Count("a", 3, 7));
        counts.quicker = 19;

        counts.change("a", count -> Optional.of(count.plus(1)));

        assertThat(counts.stored("a")).isEqualTo(new Count("a", 23, 1908));
    }

    @Test
    void itIsGivenUpWhenOthersAreAlwaysQuicker() {
        counts.put(new Count("a", 3, 7));
        counts.quicker = 20;

        assertThatThrownBy(() -> counts.change("a", count -> Optional.of(count.plus(1))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageEndingWith("change a document: others were quicker 20 times");
        assertThat(counts.stored("a")).isEqualTo(new Count("a", 23, 2007));
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        counts.put(new Count("a", 3, 7));

        Change<Count> made = counts.change("a", Optional::of);

        assertThat(made.written()).isFalse();
        assertThat(made.after()).contains(new Count("a", 3, 7));
        assertThat(counts.stored("a")).isEqualTo(new Count("a", 3, 7));
    }

    @Test
    void whatIsDeclinedOrMissingIsNotWritten() {
        counts.put(new Count("a", 3, 7));

        assertThat(counts.change("a", count -> Optional.empty()))
                .isEqualTo(new Change<>(Optional.of(new Count("a", 3, 7)), Optional.empty()));
        assertThat(counts.change("b", count -> Optional.of(count.plus(1))))
                .isEqualTo(new Change<>(Optional.empty(), Optional.empty()));
        assertThat(counts.stored("a")).isEqualTo(new Count("a", 3, 7));
        assertThat(counts.find(List.of("b"))).isEmpty();
    }

    @Test
    void whatIsAbsentIsInsertedAndThenChanged() {
        Count nothing = new Count("a", 0, 0);

        assertThat(counts.change(nothing, count -> Optional.of(count.plus(1))).written())
                .isTrue();
        assertThat(counts.change(nothing, count -> Optional.of(count.plus(5))).written())
                .isTrue();
        assertThat(counts.stored("a")).isEqualTo(new Count("a", 2, 6));
    }

    @Test
    void eachRevisionIsToldBeforeItIsReplaced() {
        counts.put(new Count("a", 3, 7));
        counts.quicker = 2;
        List<Count> told = new ArrayList<>();

        counts.change("a", count -> Optional.of(count.plus(1)), told::add);

        assertThat(told).containsExactly(new Count("a", 3, 7), new Count("a", 4, 107), new Count("a", 5, 207));
        counts.change("a", count -> Optional.empty(), told::add);
        assertThat(told).hasSize(3);
    }

    private record Count(String id, long rev, int number) implements Versioned<String> {

        Count plus(int more) {
            return new Count(id, rev, number + more);
        }
    }

    /** Somebody else may add 100, just before a write. */
    private static final class Counts implements GuardedStore<String, Count> {

        private final Map<String, Count> stored = new HashMap<>();
        private int quicker;

        void put(Count count) {
            stored.put(count.id(), count);
        }

        Count stored(String id) {
            return Optional.ofNullable(stored.get(id)).orElseThrow();
        }

        @Override
        public Map<String, Count> find(Collection<String> ids) {
            Map<String, Count> found = new HashMap<>(stored);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Set<String> write(Collection<Count> documents) {
            Set<String> held = new HashSet<>();
            for (Count count : documents) {
                if (quicker > 0) {
                    quicker--;
                    stored.computeIfPresent(count.id(), (id, now) -> new Count(id, now.rev() + 1, now.number() + 100));
                }
                long rev = stored.containsKey(count.id()) ? stored(count.id()).rev() : 0;
                if (rev == count.rev()) {
                    put(new Count(count.id(), rev + 1, count.number()));
                    held.add(count.id());
                }
            }
            return held;
        }
    }
}
