package org.careline.inbox;

/**
 * What stays with an inquiry however it goes on.
 *
 * @param released a person has looked at it and lets it pass
 * @param danger people were told that its words speak of danger; where it rests, it stands before the others
 */
record Marks(boolean released, boolean danger) {

    static final Marks NONE = new Marks(false, false);
}
