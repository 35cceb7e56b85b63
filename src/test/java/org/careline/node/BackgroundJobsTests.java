package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.careline.support.TurnedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Timeout(60)
class BackgroundJobsTests {

    private static final Pace PACE = Pace.between(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final TurnedTime time = new TurnedTime();
    private final Instant start = time.getClock().instant();

    /** Says what it is told to say, and when it was asked. */
    private final class Job extends BackgroundJob {

        private final List<Long> rounds = new ArrayList<>();
        private final Deque<Next> says = new ArrayDeque<>();
        private boolean away;
        private boolean broken;

        Job(Pace pace) {
            super("job", pace);
        }

        @Override
        protected Next work() {
            rounds.add(Duration.between(start, time.getClock().instant()).toSeconds());
            if (away) {
                throw new Away();
            }
            if (broken) {
                throw new IllegalStateException("a fault of ours");
            }
            return says.isEmpty() ? Next.IDLE : says.remove();
        }
    }

    private static final class Away extends Unavailable {

        Away() {
            super("ask");
        }
    }

    @Test
    void anIdleJobComesSeldomerAndSeldomerUpToTheLongestPause() {
        Job job = new Job(PACE);
        running(job);

        time.turn(Duration.ofMinutes(10));

        assertThat(gaps(job.rounds).subList(0, 5))
                .allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(16));
        assertThat(gaps(job.rounds).subList(6, 20))
                .allSatisfy(gap -> assertThat(gap).isBetween(26L, 30L));
    }

    @Test
    void workThatIsFoundMakesItQuickAgain() {
        Job job = new Job(PACE);
        running(job);
        time.turn(Duration.ofMinutes(5));
        job.rounds.clear();
        job.says.addAll(List.of(Next.SOON, Next.SOON, Next.SOON));

        time.turn(Duration.ofSeconds(40));

        assertThat(job.rounds.get(3) - job.rounds.get(0)).isLessThanOrEqualTo(3);
    }

    @Test
    void whoeverIsNudgedComesAtOnceAndNoQuickerThanItsPaceAllows() {
        Job job = new Job(PACE);
        running(job);
        time.turn(Duration.ofMinutes(5));
        job.rounds.clear();

        time.turn(Duration.ofSeconds(3));
        for (int times = 0; times < 100; times++) {
            job.nudge();
            time.turn(Duration.ofMillis(10));
        }

        assertThat(job.rounds).hasSizeBetween(2, 3);
    }

    @Test
    void whatIsKnownToBeDueIsMetExactlyUpToTheLongestPause() {
        Job job = new Job(PACE);
        job.says.addAll(List.of(Next.within(Duration.ofSeconds(20)), Next.within(Duration.ofHours(1))));
        running(job);

        time.turn(Duration.ofMinutes(1));

        assertThat(job.rounds.get(1)).isBetween(18L, 20L);
        assertThat(job.rounds.get(2) - job.rounds.get(1)).isBetween(26L, 30L);
    }

    @Test
    void aFailureEndsItsRoundAndTheNextOneComes() {
        Job job = new Job(PACE);
        job.broken = true;
        running(job);

        assertThatThrownBy(() -> time.turn(Duration.ofMillis(1))).hasMessage("a fault of ours");
        job.broken = false;
        time.turn(Duration.ofSeconds(1));

        assertThat(job.rounds).hasSize(2);
    }

    @Test
    void whileTheStoreIsAwayItIsAskedEverySecondAndOnceItIsBackEverybodyIsCalled() {
        Pace slow = Pace.every(Duration.ofSeconds(30));
        List<Job> jobs = List.of(new Job(PACE), new Job(slow), new Job(slow), new Job(slow));
        running(jobs.toArray(Job[]::new));
        time.turn(Duration.ofSeconds(1));
        jobs.forEach(job -> job.away = true);
        time.turn(Duration.ofMinutes(5));
        jobs.forEach(job -> job.rounds.clear());

        time.turn(Duration.ofSeconds(10));
        assertThat(jobs).allSatisfy(job -> assertThat(job.rounds).hasSizeGreaterThanOrEqualTo(9));

        jobs.forEach(job -> job.away = false);
        jobs.forEach(job -> job.rounds.clear());
        time.turn(Duration.ofMillis(1_100));
        assertThat(jobs).allSatisfy(job -> assertThat(job.rounds).isNotEmpty());
    }

    @Test
    void afterTheStopNothingComesAnyMore() {
        Job job = new Job(PACE);
        BackgroundJobs jobs = running(job);
        time.turn(Duration.ofSeconds(1));
        jobs.stop();
        int before = job.rounds.size();

        job.nudge();
        time.turn(Duration.ofMinutes(1));

        assertThat(jobs.isRunning()).isFalse();
        assertThat(job.rounds).hasSize(before);
    }

    @Test
    void thoseWhoWaitForAFrozenStoreHoldUpNobodyWhoDoesNot() throws InterruptedException {
        ThreadPoolTaskScheduler pool = new BackgroundConfiguration().taskScheduler();
        pool.initialize();
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch beats = new CountDownLatch(5);
        List<BackgroundJob> all = new ArrayList<>();
        for (int waits = 0; waits < 20; waits++) {
            all.add(new Waiting(frozen));
        }
        all.add(new Beating(beats));
        BackgroundJobs jobs = new BackgroundJobs(all, pool, 6);

        jobs.start();
        assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();

        frozen.countDown();
        jobs.stop();
        pool.shutdown();
    }

    @Test
    void aRoundOfEverybodyIsOverWhenItIsSaidToBe() {
        ThreadPoolTaskScheduler pool = new BackgroundConfiguration().taskScheduler();
        pool.initialize();
        List<Counting> counting = Stream.generate(Counting::new).limit(20).toList();
        BackgroundJobs jobs = new BackgroundJobs(List.copyOf(counting), pool, 6);
        jobs.start();
        jobs.complete();

        for (int time = 0; time < 10; time++) {
            List<Integer> before =
                    counting.stream().map(one -> one.rounds.get()).toList();
            jobs.complete();
            for (int one = 0; one < counting.size(); one++) {
                assertThat(counting.get(one).rounds).hasValueGreaterThan(before.get(one));
            }
        }

        jobs.stop();
        assertThatIllegalStateException().isThrownBy(jobs::complete);
        pool.shutdown();
    }

    private static final class Counting extends BackgroundJob {

        private final AtomicInteger rounds = new AtomicInteger();

        Counting() {
            super("counting", Pace.every(Duration.ofHours(1)));
        }

        @Override
        protected Next work() {
            int unused = rounds.incrementAndGet();
            return Next.IDLE;
        }
    }

    private static final class Waiting extends BackgroundJob {

        private final CountDownLatch answer;

        Waiting(CountDownLatch answer) {
            super("waiting", Pace.every(Duration.ofMillis(10)));
            this.answer = answer;
        }

        @Override
        protected Next work() {
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Next.SOON;
        }
    }

    private static final class Beating extends BackgroundJob {

        private final CountDownLatch beats;

        Beating(CountDownLatch beats) {
            super("beating", Pace.every(Duration.ofMillis(10)));
            this.beats = beats;
        }

        @Override
        protected boolean asksOutside() {
            return false;
        }

        @Override
        protected Next work() {
            beats.countDown();
            return Next.SOON;
        }
    }

    private BackgroundJobs running(BackgroundJob... jobs) {
        BackgroundJobs all = new BackgroundJobs(List.of(jobs), time, 6);
        all.start();
        return all;
    }

    private static List<Long> gaps(List<Long> rounds) {
        List<Long> gaps = new ArrayList<>();
        for (int round = 1; round < rounds.size(); round++) {
            gaps.add(rounds.get(round) - rounds.get(round - 1));
        }
        return gaps;
    }
}
