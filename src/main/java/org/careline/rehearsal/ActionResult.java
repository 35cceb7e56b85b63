package org.careline.rehearsal;

/** What became of an {@link PhoneAction}. */
public sealed interface ActionResult {

    /** It was done. */
    record Done() implements ActionResult {}

    /**
     * It could not be done on this line now.
     *
     * @param why in English
     */
    record NotNow(String why) implements ActionResult {}

    /** There is no such line. */
    record NoSuchLine() implements ActionResult {}
}
