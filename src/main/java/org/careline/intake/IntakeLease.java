package org.careline.intake;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.careline.store.GuardedStore;

/**
 * Keeps one worker busy instead of all. The lease is renewed while its holder lives, and free when its beat has stood
 * still for ten seconds by the observer's own clock, or at once if it was given back or is this node's from before a
 * restart. No two clocks are compared.
 */
final class IntakeLease {

    static final Duration GONE = Duration.ofSeconds(10);
    private static final Duration RENEW = Duration.ofSeconds(2);

    private final GuardedStore<String, Lease> leases;
    private final Supplier<String> node;
    private final LongSupplier nanos;

    private Lease seen = Lease.free();
    private long since;
    private boolean mine;

    /**
     * @param node this node's id, asked for when it is needed
     * @param nanos a clock that only ever goes forward, such as {@code System::nanoTime}
     */
    IntakeLease(GuardedStore<String, Lease> leases, Supplier<String> node, LongSupplier nanos) {
        this.leases = leases;
        this.node = node;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /**
     * Whether this node is the worker now.
     *
     * @throws org.careline.store.StoreUnavailable if that cannot be told
     */
    synchronized boolean held() {
        if (mine && passed(RENEW)) {
            mine = take(seen);
        }
        return mine || observed();
    }

    /** Whether this node was the worker when that was looked at last. */
    synchronized boolean mine() {
        return mine;
    }

    private boolean observed() {
        Lease now = leases.find(List.of(Lease.INTAKE)).getOrDefault(Lease.INTAKE, Lease.free());
        if (now.beat() != seen.beat() || !now.holder().equals(seen.holder())) {
            seen = now;
            since = nanos.getAsLong();
        }
        boolean free = now.holder().isEmpty() || now.holder().equals(node.get()) || passed(GONE);
        mine = free && take(now);
        return mine;
    }

    private boolean take(Lease from) {
        Lease next = from.heldBy(node.get());
        boolean held = leases.write(List.of(next)).contains(next.id());
        if (held) {
            seen = next.stored();
            since = nanos.getAsLong();
        }
        return held;
    }

    /** Gives it back, so that another node need not wait. */
    synchronized void giveBack() {
        if (mine) {
            leases.write(List.of(seen.heldBy("")));
            mine = false;
        }
    }

    private boolean passed(Duration time) {
        return nanos.getAsLong() - since >= time.toNanos();
    }
}
