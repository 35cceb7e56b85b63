package org.careline.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether a journal may still be used, and for ever why not. */
final class Health {

    private final Folder folder;
    private volatile @Nullable JournalBroken broken;

    Health(Folder folder) {
        this.folder = folder;
    }

    /** Throws the first thing that broke the journal, anew for each who asks. */
    void check() {
        JournalBroken fact = broken;
        if (fact != null) {
            throw new JournalBroken(String.valueOf(fact.getMessage()), fact);
        }
    }

    boolean isGood() {
        return broken == null;
    }

    JournalBroken broken(String what, IOException cause) {
        JournalBroken fact = new JournalBroken(what + " (journal in " + folder + "); it takes nothing more", cause);
        broken = fact;
        return fact;
    }

    void closed() {
        broken = new JournalBroken("The journal in " + folder + " is closed");
    }
}
