package org.careline.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class EstimateTests {

    private static List<Talk> talks(int count, Duration length) {
        return IntStream.range(0, count)
                .mapToObj(talk -> new Talk(
                        new WaitingId("CA%032x".formatted(talk)),
                        new CoordinatorId("ana"),
                        Optional.empty(),
                        MovableClock.MONDAY_NINE,
                        MovableClock.MONDAY_NINE.plus(length)))
                .toList();
    }

    @Test
    void theLineMovesWithEachTalkThatEnds() {
        assertThat(Estimate.of(2, 4, talks(5, Duration.ofMinutes(6)))).hasValue(Duration.ofMinutes(3));
        assertThat(Estimate.of(3, 1, talks(5, Duration.ofSeconds(100)))).hasValue(Duration.ofMinutes(5));
    }

    @Test
    void whileNobodyTalksNothingCanBeReckoned() {
        assertThat(Estimate.of(1, 0, talks(5, Duration.ofMinutes(6)))).isEmpty();
    }

    @Test
    void whatWouldTakeTooLongIsNotSaid() {
        assertThat(Estimate.of(9, 1, talks(5, Duration.ofMinutes(6)))).isEmpty();
    }

    @Test
    void aFewTalksSayNothingYet() {
        assertThat(Estimate.of(1, 1, talks(2, Duration.ofSeconds(5)))).hasValue(Duration.ofMinutes(8));
    }
}
