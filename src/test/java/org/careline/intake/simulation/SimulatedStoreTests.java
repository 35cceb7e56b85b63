package org.careline.intake.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.careline.store.StoreUnavailable;
import org.careline.store.Versioned;
import org.junit.jupiter.api.Test;

class SimulatedStoreTests {

    private final Weather weather = new Weather();
    private final Stage stage = new Stage(1, false);
    private final SimulatedStore<String, Note> notes =
            new SimulatedStore<>("notes", stage, weather, (before, after, how) -> {});

    record Note(String id, long rev, String text) implements Versioned<String> {}

    @Test
    void anInsertHoldsOnce() {
        assertThat(notes.write(List.of(new Note("a", 0, "first")))).containsExactly("a");
        assertThat(notes.write(List.of(new Note("a", 0, "second")))).isEmpty();

        assertThat(notes.find(List.of("a", "b"))).containsOnly(java.util.Map.entry("a", new Note("a", 1, "first")));
    }

    @Test
    void aReplacementIsGuardedByItsRevision() {
        notes.write(List.of(new Note("a", 0, "first")));

        assertThat(notes.write(List.of(new Note("a", 1, "second"), new Note("b", 1, "nothing there"))))
                .containsExactly("a");
        assertThat(notes.write(List.of(new Note("a", 1, "stale")))).isEmpty();

        assertThat(notes.now("a")).isEqualTo(new Note("a", 2, "second"));
    }

    @Test
    void aStoreThatIsDownDoesNothing() {
        weather.goDown();

        assertThatThrownBy(() -> notes.write(List.of(new Note("a", 0, "lost")))).isInstanceOf(StoreUnavailable.class);

        assertThat(notes.all()).isEmpty();
    }

    @Test
    void actorsPlayOneAtATimeAndAKilledOneStops() {
        stage.enter("one", "home", () -> notes.write(List.of(new Note("a", 0, "one"), new Note("b", 0, "one"))));
        stage.enter("other", "elsewhere", () -> notes.write(List.of(new Note("c", 0, "other"))));
        stage.kill("home");

        while (stage.advance() || stage.nextWaking() < Integer.MAX_VALUE) {
            stage.jumpTo(Math.min(stage.nextWaking(), stage.step() + 1));
        }

        assertThat(notes.all()).extracting(Note::id).containsExactly("c");
    }
}
