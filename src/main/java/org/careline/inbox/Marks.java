package org.careline.inbox;

/**
 * What stays with an inquiry however it goes on.
 *
 * @param released a person has looked at it and lets it pass
 * @param danger it rests although somebody may be in danger
 */
record Marks(boolean released, boolean danger) {

    static final Marks NONE = new Marks(false, false);
}
