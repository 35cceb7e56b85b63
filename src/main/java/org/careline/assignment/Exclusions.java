package org.careline.assignment;

import org.careline.lead.UnassignedReason;

/** Why one coordinator could not get a lead, in words. */
final class Exclusions {

    private Exclusions() {}

    static String of(UnassignedReason reason) {
        return switch (reason) {
            case UNDECIDED -> "not asked";
            case NOBODY_ON_SHIFT -> "not on shift";
            case EVERYBODY_AWAY -> "away";
            case NOBODY_SPEAKS_THE_LANGUAGE -> "another language";
            case EVERYBODY_AT_CAPACITY -> "has as many leads as they can";
            case EVERYBODY_JUST_GIVEN_ENOUGH -> "was just given enough";
        };
    }
}
