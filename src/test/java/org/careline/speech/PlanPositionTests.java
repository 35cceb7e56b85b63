package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPositionTests {

    private static final PlanPosition FIRST = new PlanPosition("0a1b2c3d4e", List.of(0, 12, 1), 0);

    @Test
    void itReadsWhatItWrites() {
        assertThat(FIRST.text()).isEqualTo("0a1b2c3d4e/0-12-1/0");
        assertThat(PlanPosition.read(FIRST.text())).contains(FIRST);
        assertThat(PlanPosition.read("0a1b2c3d4e/7/0")).contains(new PlanPosition("0a1b2c3d4e", List.of(7), 0));
    }

    @Test
    void eachStepMeansTheNextCoordinator() {
        PlanPosition second = FIRST.next().orElseThrow();
        PlanPosition third = second.next().orElseThrow();

        assertThat(List.of(FIRST.position(), second.position(), third.position()))
                .containsExactly(0, 12, 1);
        assertThat(third.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0a",
                "0a/0",
                "0a//0",
                "0a/0/",
                "0a/0/1",
                "0a/0-0/0",
                "0a/0-1-0/2",
                "0a/-1/0",
                "0a/0-/0",
                "0a/0/-1",
                "0a/0/0/0",
                "0a/00000/0",
                "0a/0/99999999999",
                "ver sion/0/0",
                "../0/0",
                "0a/0/0?x",
                "0a/٠/0"
            })
    void anythingElseIsNoPlace(String text) {
        assertThat(PlanPosition.read(text)).isEmpty();
    }
}
