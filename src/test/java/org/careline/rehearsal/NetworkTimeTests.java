package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One lock, waiting by the clock, and time that is driven. */
class NetworkTimeTests {

    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final NetworkTime networkTime = new NetworkTime(clock);
    private final RehearsedNetwork network =
            new RehearsedNetwork(networkTime, new Clinic(() -> NOWHERE, () -> NOWHERE, () -> "0".repeat(32)));
    private final DrivenTime time = new DrivenTime(network, clock::advance);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        networkTime.close();
    }

    private static boolean never() {
        return false;
    }

    private void notes(String what) {
        happened.add(what + " "
                + Duration.between(MovableClock.MONDAY_NINE, clock.instant()).toSeconds());
    }

    @Test
    void whoeverWaitsGoesOnWhenItsTimeHasComeAndNotBefore() {
        networkTime.start(() -> {
            networkTime.await(Duration.ofSeconds(10), NetworkTimeTests::never);
            notes("went on");
        });

        boolean early = time.passUntil(() -> !happened.isEmpty(), Duration.ofSeconds(9));
        boolean later = time.passUntil(() -> !happened.isEmpty(), MINUTE);

        assertThat(early).isFalse();
        assertThat(later).isTrue();
        assertThat(happened).containsExactly("went on 10");
    }

    @Test
    void whoeverWaitsGoesOnAtOnceWhenItIsEnough() {
        AtomicBoolean enough = new AtomicBoolean();
        networkTime.start(() -> {
            networkTime.await(Duration.ofHours(1), enough::get);
            notes("went on");
        });
        networkTime.start(() -> {
            networkTime.await(Duration.ofSeconds(3), NetworkTimeTests::never);
            enough.set(true);
        });

        boolean done = time.passUntil(() -> !happened.isEmpty(), MINUTE);

        assertThat(done).isTrue();
        assertThat(happened).containsExactly("went on 3");
    }

    @Test
    void theClockIsMovedToWhatHappensNextInItsOrder() {
        for (int seconds : List.of(7, 3, 5)) {
            networkTime.start(() -> {
                networkTime.await(Duration.ofSeconds(seconds), NetworkTimeTests::never);
                notes("after");
            });
        }

        boolean done = time.passUntil(() -> happened.size() == 3, MINUTE);

        assertThat(done).isTrue();
        assertThat(happened).containsExactly("after 3", "after 5", "after 7");
    }

    @Test
    void timeIsMovedBySecondsAtMostAndNeverBeyondTheEnd() {
        List<Duration> steps = new CopyOnWriteArrayList<>();
        DrivenTime watched = new DrivenTime(network, by -> {
            steps.add(by);
            clock.advance(by);
        });

        boolean enough = watched.passUntil(NetworkTimeTests::never, Duration.ofMillis(3_500));

        assertThat(enough).isFalse();
        assertThat(steps)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    @Test
    void whatIsEnoughAtOnceMovesNothing() {
        boolean enough = time.passUntil(() -> true, MINUTE);

        assertThat(enough).isTrue();
        assertThat(clock.instant()).isEqualTo(MovableClock.MONDAY_NINE);
    }

    @Test
    void whileSomebodyIsAtWorkTimeStandsStill() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        networkTime.start(() -> {
            boolean came = networkTime.outside(() -> {
                asked.countDown();
                return await(answered);
            });
            notes("answered " + came);
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(networkTime.idleUntil()).isEmpty();
        answered.countDown();
        boolean done = time.passUntil(() -> !happened.isEmpty(), MINUTE);

        assertThat(done).isTrue();
        assertThat(happened).containsExactly("answered true 0");
    }

    @Test
    void nobodyElseActsWhileSomebodyHasTheLock() {
        for (int one = 0; one < 4; one++) {
            networkTime.start(() -> {
                happened.add("in");
                happened.add("out");
                networkTime.await(Duration.ofSeconds(1), NetworkTimeTests::never);
                happened.add("in");
                happened.add("out");
            });
        }

        boolean done = time.passUntil(() -> happened.size() == 16, MINUTE);

        assertThat(done).isTrue();
        for (int at = 0; at < 16; at += 2) {
            assertThat(happened.subList(at, at + 2)).containsExactly("in", "out");
        }
    }

    @Test
    void anInterruptionEndsWhatWasStartedAndNothingElse() {
        networkTime.start(() -> {
            throw new Interruption.LineOver();
        });
        networkTime.start(() -> notes("goes on"));

        boolean done = time.passUntil(() -> !happened.isEmpty(), MINUTE);

        assertThat(done).isTrue();
        Awaitility.await()
                .untilAsserted(() -> assertThat(networkTime.idleUntil()).isPresent());
    }

    @Test
    void whenNobodyWaitsNothingEverHappens() {
        assertThat(networkTime.idleUntil()).contains(Instant.MAX);
    }

    @Test
    void theNextThingThatHappensIsTheFirstOfThoseWaitedFor() {
        networkTime.start(() -> networkTime.await(Duration.ofSeconds(9), NetworkTimeTests::never));
        networkTime.start(() -> networkTime.await(Duration.ofSeconds(4), NetworkTimeTests::never));

        Awaitility.await()
                .untilAsserted(() -> assertThat(networkTime.idleUntil())
                        .contains(clock.instant().plusSeconds(4)));
    }

    @Test
    void everyChangeRaisesTheVersion() {
        long before = networkTime.version();

        networkTime.locked(() -> {
            networkTime.changed();
            return true;
        });

        assertThat(networkTime.version()).isEqualTo(before + 1);
        assertThat(network.version()).isEqualTo(before + 1);
    }

    @Test
    void whoeverWaitsWhenTheNetworkIsClosedIsOver() {
        AtomicReference<Interruption> end = new AtomicReference<>();
        networkTime.start(() -> {
            try {
                networkTime.await(Duration.ofHours(1), NetworkTimeTests::never);
            } catch (Interruption over) {
                end.set(over);
            }
        });
        Awaitility.await().until(() -> networkTime.idleUntil().isPresent());

        networkTime.close();

        Awaitility.await().untilAsserted(() -> assertThat(end.get()).isInstanceOf(Interruption.LineOver.class));
    }

    @Test
    void theClockOfAScriptStandsStillUntilItIsMoved() {
        Instant begin = Instant.parse("2026-11-26T19:05:00Z");
        ScriptClock script = new ScriptClock(begin);

        script.advance(Duration.ofSeconds(90));

        assertThat(script.instant()).isEqualTo(begin.plusSeconds(90));
        assertThat(script.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(script.withZone(ZoneOffset.ofHours(-5)).instant()).isEqualTo(begin.plusSeconds(90));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
