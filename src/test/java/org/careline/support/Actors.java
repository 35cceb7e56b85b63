package org.careline.support;

import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;

/** Who does things in tests. */
public final class Actors {

    /** Somebody of whom nothing depends. */
    public static final Actor.Rule TEST = new Actor.Rule("test");

    private Actors() {}

    public static Actor.Person person(String coordinator) {
        return new Actor.Person(new CoordinatorId(coordinator));
    }
}
