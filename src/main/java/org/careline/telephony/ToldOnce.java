package org.careline.telephony;

import java.util.LinkedHashSet;
import java.util.Set;
import org.careline.lead.SourceId;

/**
 * What this node has told of calls, each thing once: the carrier asks some actions again after they have ended, and a late one
 * has nothing new to say. Another node that tells it again changes nothing either; this only spares the inbox.
 */
final class ToldOnce {

    private static final int MOST = 10_000;

    private final Set<String> told = new LinkedHashSet<>();

    /** Whether this was not told of the call before. */
    synchronized boolean first(SourceId call, String what) {
        if (!told.add(call.value() + " " + what)) {
            return false;
        }
        if (told.size() > MOST) {
            told.remove(told.iterator().next());
        }
        return true;
    }
}
