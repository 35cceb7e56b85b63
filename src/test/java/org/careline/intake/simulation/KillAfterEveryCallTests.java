package org.careline.intake.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.M1;
import static org.careline.intake.simulation.Bench.P1;
import static org.careline.intake.simulation.Bench.P2;

import java.util.function.Consumer;
import org.careline.intake.Worker;
import org.careline.lead.CloseReason;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;

/**
 * One worker decides and falls asleep; another is killed at its first, second, third … touch of the store, for as long as
 * there is one; the sleeper wakes; then everybody starts again.
 */
@Holds(Promise.P7)
class KillAfterEveryCallTests {

    @Test
    void oneCall() {
        killedEverywhere(bench -> bench.call("one", 0, P1));
    }

    @Test
    void aCallThatEnded() {
        killedEverywhere(bench -> bench.learns(bench.call("one", 0, P1), "completed"));
    }

    @Test
    void aCallThatIsAnsweredWhileItIsDecided() {
        killedEverywhere(bench -> {
            var call = bench.call("one", 0, P1);
            bench.worker().takeOneBatch();
            bench.learns(call, "completed");
        });
    }

    @Test
    void twoOnOnePhone() {
        killedEverywhere(bench -> {
            bench.form("one", 10, null, P1, null);
            bench.form("two", 5, "Ann Lee", P1, M1);
        });
    }

    @Test
    void aFormThatJoinsTwoLeads() {
        killedEverywhere(bench -> {
            bench.call("phone", 0, P1);
            bench.form("mail", 10, "Ann Lee", null, M1);
            bench.worker().takeOneBatch();
            bench.form("both", 20, "Ann", P1, M1);
        });
    }

    @Test
    void aChainOfThree() {
        killedEverywhere(bench -> {
            bench.form("one", 0, null, P1, null);
            bench.form("two", 10, null, P2, null);
            bench.form("three", 20, null, null, M1);
            bench.worker().takeOneBatch();
            bench.form("left", 30, null, P1, M1);
            bench.form("right", 40, null, P2, M1);
        });
    }

    @Test
    void twoNamesOnOnePhone() {
        killedEverywhere(bench -> {
            bench.form("ann", 0, "Ann Lee", P1, null);
            bench.form("bob", 10, "Bob Stone", P1, null);
            bench.call("nameless", 20, P1);
        });
    }

    @Test
    void aNamelessLeadThatTwoNamesWant() {
        killedEverywhere(bench -> {
            bench.call("nameless", 0, P1);
            bench.worker().takeOneBatch();
            bench.form("ann", 10, "Ann Lee", P1, null);
            bench.form("bob", 5, "Bob Stone", P1, null);
        });
    }

    @Test
    void aClosedLeadThatOpensAgain() {
        killedEverywhere(bench -> {
            var closed = bench.form("closed", 0, null, P2, M1);
            bench.worker().takeOneBatch();
            bench.close(bench.leadOf(closed).id());
            bench.form("open", 20, null, P1, null);
            bench.worker().takeOneBatch();
            bench.form("joins", 21, null, P1, M1);
            bench.form("reopens", 30, null, P2, null);
        });
    }

    @Test
    void aClaim() {
        killedEverywhere(
                bench -> {
                    bench.everybodyGoesHome();
                    bench.form("one", 0, null, P1, null);
                    bench.worker().takeOneBatch();
                    bench.form("again", 10, null, P1, null);
                },
                bench -> new Desk(bench.clinic).claim(0, "ben"));
    }

    @Test
    void anOutcome() {
        killedEverywhere(
                bench -> {
                    bench.form("one", 0, null, P1, null);
                    bench.worker().takeOneBatch();
                    bench.call("again", 10, P1);
                },
                bench -> new Desk(bench.clinic).attempt(0, "ben"));
    }

    @Test
    void aClosing() {
        killedEverywhere(
                bench -> {
                    bench.form("one", 0, null, P1, null);
                    bench.worker().takeOneBatch();
                    bench.call("again", 10, P1);
                },
                bench -> new Desk(bench.clinic).close(0, CloseReason.COST));
    }

    @Test
    void theSweepOfAssignment() {
        killedEverywhere(
                bench -> {
                    bench.everybodyGoesHome();
                    bench.form("one", 0, null, P1, null);
                    bench.form("two", 0, null, P2, null);
                    bench.worker().takeOneBatch();
                    bench.clinic.assignment.people.comes("ana");
                    bench.clinic.assignment.people.comes("cleo");
                    bench.form("again", 10, null, P1, null);
                },
                bench -> bench.clinic.assignment.sweep());
    }

    private static void killedEverywhere(Consumer<Bench> scene) {
        killedEverywhere(scene, bench -> {
            bench.worker().takeOneBatch();
            bench.worker().takeOneBatch();
        });
    }

    private static void killedEverywhere(Consumer<Bench> scene, Consumer<Bench> work) {
        int calls = 0;
        boolean struck = true;
        while (struck) {
            calls++;
            struck = killedAt(calls, scene, work);
        }
        assertThat(calls).as("calls at which it was killed").isGreaterThan(5);
    }

    private static boolean killedAt(int call, Consumer<Bench> scene, Consumer<Bench> work) {
        Bench bench = new Bench();
        scene.accept(bench);
        Worker sleeper = bench.worker();
        Runnable stale = sleeper.decided();
        boolean struck = bench.killedAtStep(call, () -> work.accept(bench));
        stale.run();
        try {
            bench.toRest();
        } catch (Violation broken) {
            throw new AssertionError("killed at call " + call, broken);
        }
        return struck;
    }
}
