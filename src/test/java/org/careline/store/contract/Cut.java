package org.careline.store.contract;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonDocument;

/** Lets the store do what it is told, and ends the connection before the client hears of it, or keeps the client waiting. */
final class Cut implements Meddling {

    private static final String NOTHING = "";
    private static final long LONGEST_SECONDS = 20;

    private final AtomicReference<String> next = new AtomicReference<>(NOTHING);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile String always = NOTHING;
    private volatile String stalled = NOTHING;

    /** Cuts the answer to the next command of this name. */
    void next(String command) {
        next.set(command);
    }

    /** Cuts all answers to commands of this name. */
    void always(String command) {
        always = command;
    }

    /** Keeps commands of this name from the store until the end. */
    void stall(String command) {
        stalled = command;
    }

    /** Lets everything pass again. */
    void release() {
        always = NOTHING;
        stalled = NOTHING;
        over.countDown();
    }

    @Override
    public BsonDocument passedOn(BsonDocument command) {
        if (command.getFirstKey().equals(stalled)) {
            await();
        }
        return command;
    }

    private void await() {
        try {
            boolean unused = over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
        String name = command.getFirstKey();
        boolean cut = name.equals(always)
                || (name.equals(next.get()) && !next.getAndSet(NOTHING).isEmpty());
        return cut ? Optional.empty() : Optional.of(answer);
    }
}
