package org.careline.waiting;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.careline.store.StoreUnavailable;

/** Changes of the waiting line: each is one guarded write, tried again if somebody else was quicker. */
final class Changes {

    /** More lost guards in a row than this means that something else is wrong. */
    static final int TRIES = 20;

    private final WaitingLine line;

    Changes(WaitingLine line) {
        this.line = line;
    }

    /** A changed value is written, unless it would change nothing; empty if nobody of this id waits. */
    Optional<WaitingCall> change(WaitingId id, UnaryOperator<WaitingCall> change) {
        return changeIf(id, call -> Optional.of(change.apply(call)));
    }

    /** The same, or nothing. */
    Optional<WaitingCall> changeIf(WaitingId id, Function<WaitingCall, Optional<WaitingCall>> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<WaitingCall> before = line.find(id);
            Optional<WaitingCall> after = before.flatMap(change);
            if (after.equals(before) || after.isEmpty() || line.write(after.get())) {
                return after;
            }
        }
        throw new StoreUnavailable("change the waiting line");
    }
}
