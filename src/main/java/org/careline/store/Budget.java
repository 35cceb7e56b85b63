package org.careline.store;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long those who ask can wait for one answer of the store. */
public enum Budget {

    /** A webhook may ask twice and still answers in time. */
    OF_A_WEBHOOK(300),

    /** A reader is told within a second that the store does not answer (contract.md, "Paths"). */
    OF_A_READER(800),

    /** Whoever works in the background waits as long as any operation may take. */
    OF_A_ROUND(StoreClientSettings.OPERATION_MS),

    /** Longer than any other: an application that starts waits for it once. */
    OF_A_START(3_000);

    private final long millis;

    Budget(long millis) {
        this.millis = millis;
    }

    /** How long that is, where {@code spring.mongodb.uri} says nothing else of all operations. */
    public Duration time() {
        return Duration.ofMillis(millis);
    }

    /** The same collection, asked within this budget; of a round it is that of the client. */
    public <D> MongoCollection<D> on(MongoCollection<D> collection) {
        return this == OF_A_ROUND ? collection : collection.withTimeout(millis, TimeUnit.MILLISECONDS);
    }
}
