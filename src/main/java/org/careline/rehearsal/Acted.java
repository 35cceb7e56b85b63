package org.careline.rehearsal;

/** What became of an {@link Act}. */
public sealed interface Acted {

    /** It was done. */
    record Done() implements Acted {}

    /**
     * It could not be done on this line now.
     *
     * @param why in English
     */
    record NotNow(String why) implements Acted {}

    /** There is no such line. */
    record NoSuchLine() implements Acted {}
}
