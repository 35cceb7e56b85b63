package org.careline.processes;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Kills a process at random instants while people make contact, starts it again at once, and looks what is left. */
final class Kills {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PEOPLE = 16;
    private static final int JITTER_NANOS = 5_000_000;

    private final Premises premises;
    private final int contacts;
    private final Random random;

    /** @param contacts how many make contact around each kill */
    Kills(Premises premises, int contacts, long seed) {
        this.premises = premises;
        this.contacts = contacts;
        this.random = new Random(seed);
    }

    Figures ofNodes(int rounds) {
        Figures sum = new Figures("SIGKILL of a node", 0, 0, 0, 0, 0, 0, "");
        for (int round = 0; round < rounds; round++) {
            RunningNode node = premises.node(round);
            sum = sum.plus(round(node.process()::kill, () -> node.starting().ready(), premises.node(round + 1)));
        }
        return sum;
    }

    Figures ofTheStore(int rounds) {
        Figures sum = new Figures("SIGKILL of the store", 0, 0, 0, 0, 0, 0, "");
        for (int round = 0; round < rounds; round++) {
            RunningStore store = premises.store();
            sum = sum.plus(round(store.process()::kill, () -> store.starting().ready(), premises.node(round)));
        }
        return sum;
    }

    private Figures round(Runnable kill, Runnable restart, RunningNode witness) {
        List<Contact> strangers = Strangers.of(contacts, premises);
        Tracked tracked = new Tracked(new Desk(witness));
        int moment = contacts / 20 + random.nextInt(contacts * 8 / 10);
        try (Crowd crowd = new Crowd(PEOPLE)) {
            AtomicInteger next = new AtomicInteger();
            CompletableFuture<Void> all =
                    CompletableFuture.runAsync(() -> crowd.together(person -> work(strangers, next, tracked)));
            Await.until("it is time to kill", PATIENCE, () -> tracked.count() >= moment);
            LockSupport.parkNanos(random.nextInt(JITTER_NANOS));
            kill.run();
            int before = tracked.count();
            restart.run();
            long ready = System.nanoTime();
            Crowd.done(all);
            Duration visible = tracked.allSeenAfter(Math.max(ready, tracked.lastAcknowledged()));
            return noted(tracked.counted(), before, visible);
        }
    }

    private Figures noted(Figures counted, int before, Duration visible) {
        String note = "killed after %d of %d, all visible %d ms after the restart"
                .formatted(before, contacts, visible.toMillis());
        return new Figures(
                "",
                1,
                counted.acknowledged(),
                counted.found(),
                counted.lost(),
                counted.doubled(),
                counted.slowestMillis(),
                note);
    }

    private int work(List<Contact> strangers, AtomicInteger next, Tracked tracked) {
        int done = 0;
        for (int number = next.getAndIncrement(); number < strangers.size(); number = next.getAndIncrement()) {
            tracked.acknowledged(Strangers.insist(premises::node, number, strangers.get(number)));
            done++;
        }
        return done;
    }
}
