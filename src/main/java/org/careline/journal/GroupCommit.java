package org.careline.journal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One sync for all who wait. Whoever comes while a sync is running belongs to the next round, for that sync may have
 * begun before his entry was written. The first of a round leads it: he waits until the running round has ended,
 * closes his own to newcomers and syncs for everybody in it.
 */
final class GroupCommit {

    private final Runnable disk;
    private final Object rounds = new Object();
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(true);
    private @Nullable CompletableFuture<Boolean> forming;

    GroupCommit(Runnable disk) {
        this.disk = disk;
    }

    /** Returns when a sync that began after this call has ended, well or not; a failure is thrown to the leader only. */
    void await() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> awaited;
        synchronized (rounds) {
            awaited = Objects.requireNonNullElse(forming, running);
            if (forming == null) {
                forming = mine;
            } else {
                mine = awaited;
            }
        }
        awaited.join();
        if (awaited != mine) {
            lead(mine);
        }
    }

    private void lead(CompletableFuture<Boolean> round) {
        synchronized (rounds) {
            forming = null;
            running = round;
        }
        try {
            disk.run();
        } finally {
            round.complete(true);
        }
    }
}
