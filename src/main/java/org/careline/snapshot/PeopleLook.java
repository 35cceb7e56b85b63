package org.careline.snapshot;

import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.PresenceBook;
import org.careline.staff.PresenceSaid;
import org.springframework.context.event.EventListener;

/** Keeps up with who is here: at once with what is said at this node, often while calls come, else every few seconds. */
final class PeopleLook extends BackgroundJob {

    private static final Pace PACE = Pace.between(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final CallSnapshot snapshot;
    private final PresenceBook presence;

    PeopleLook(CallSnapshot snapshot, PresenceBook presence) {
        super("people", PACE.atOnce());
        this.snapshot = snapshot;
        this.presence = presence;
    }

    @EventListener
    void said(PresenceSaid news) {
        nudge();
    }

    @Override
    protected Next work() {
        boolean inUse = snapshot.wasAsked();
        snapshot.readPresence(presence);
        return Next.after(inUse);
    }
}
