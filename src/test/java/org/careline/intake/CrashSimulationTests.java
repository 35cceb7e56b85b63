package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashSimulationTests {

    private static final int HISTORIES = Integer.getInteger("careline.simulation.histories", 2_000);

    @Test
    void noHistoryBreaksAPromise() {
        Search search = new Search(Plant.NONE);

        assertThat(search.among(1, HISTORIES)).isEmpty();

        assertThat(search.met()).as(search.summary()).containsKeys(Mark.values());
    }
}
