package org.careline.waiting;

import java.util.function.Supplier;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The waiting line as it is asked while somebody is on the phone: a store that is away holds nobody up. */
public final class StoredLine {

    private static final Logger LOG = LoggerFactory.getLogger(StoredLine.class);

    private StoredLine() {}

    /** What the store says, or this if it is away. */
    public static <T> T asking(Supplier<T> store, T otherwise) {
        try {
            return store.get();
        } catch (StoreUnavailable away) {
            LOG.debug("The waiting line is not to be read");
            return otherwise;
        }
    }

    /** Tells the store, if it is there; what it misses ends by itself. */
    public static void telling(Runnable store) {
        asking(
                () -> {
                    store.run();
                    return true;
                },
                false);
    }
}
