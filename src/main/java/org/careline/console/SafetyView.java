package org.careline.console;

import java.util.List;

/**
 * The band above a lead that is held for safety.
 *
 * @param happened what makes somebody fear for the person, a sentence each
 * @param taken who took them, as a sentence; empty if nobody did
 * @param claimable whether whoever looks can take them
 */
record SafetyView(List<String> happened, String taken, boolean claimable) {

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "SafetyView[" + happened.size() + "]";
    }
}
