package org.careline.staff;

/** Takes the word of whoever was woken. */
public interface WakingDesk {

    /** What came of it. */
    enum Taken {
        /** It is theirs from now on. */
        THEIRS,
        /** Somebody else has it, or nobody needs to any more. */
        NOT_NEEDED
    }

    /**
     * They take what woke them. Saying it again changes nothing.
     *
     * @param about the id that {@link Waker#wake} was given
     * @throws org.careline.store.StoreUnavailable if the store did not answer in time
     */
    Taken take(String about, CoordinatorId by);
}
