package org.careline.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.careline.routing.Activity;
import org.careline.staff.CoordinatorId;
import org.careline.staff.PresenceBook;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Keeps the snapshot up with the store, and its copy in the data folder up with the snapshot. */
final class SnapshotClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotClockwork.class);
    private static final Duration PRESENCE = Duration.ofSeconds(2);
    private static final Duration LEADS = Duration.ofSeconds(5);
    private static final Duration COPY = Duration.ofMinutes(3);

    /** After the data folder is there, before the web server and after the inbox. */
    private static final int EARLY = -900;

    private final CallSnapshot snapshot;
    private final PresenceBook presence;
    private final Supplier<List<CoordinatorId>> turns;
    private final Supplier<Activity> activity;
    private final OwnersByPhone owners;
    private final OwnersFeed feed;
    private final OwnersFile file;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    /**
     * @param turns asks the store whose turn it is
     * @param activity asks the store who is on the phone
     */
    SnapshotClockwork(
            CallSnapshot snapshot,
            PresenceBook presence,
            Supplier<List<CoordinatorId>> turns,
            Supplier<Activity> activity,
            OwnersByPhone owners,
            OwnersFeed feed,
            OwnersFile file) {
        this.snapshot = snapshot;
        this.presence = presence;
        this.turns = turns;
        this.activity = activity;
        this.owners = owners;
        this.feed = feed;
        this.file = file;
        clockwork.setPoolSize(2);
        clockwork.setThreadNamePrefix("snapshot-");
        clockwork.setDaemon(true);
    }

    @Override
    public void start() {
        file.read(owners);
        clockwork.initialize();
        running = true;
        every(PRESENCE, this::lookAtPeople);
        every(LEADS, this::lookAtLeads);
        every(COPY, () -> file.write(owners));
    }

    private void every(Duration pause, Runnable work) {
        var unused = clockwork.scheduleWithFixedDelay(work, pause);
    }

    /** Who is here, whose turn it is, and who is on the phone. */
    void lookAtPeople() {
        asking(() -> snapshot.readPresence(presence));
        asking(() -> snapshot.take(turns.get()));
        asking(() -> snapshot.take(activity.get()));
    }

    void lookAtLeads() {
        asking(feed::catchUp);
    }

    private static void asking(Runnable look) {
        try {
            look.run();
        } catch (StoreUnavailable away) {
            LOG.debug("The snapshot stays as it is until the store is back");
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        file.write(owners);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
