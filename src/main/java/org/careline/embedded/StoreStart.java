package org.careline.embedded;

import java.time.Clock;
import java.util.Optional;
import org.careline.node.DataFolder;
import org.careline.node.NodeTrouble;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/** Opens the store below the data folder right after the folder was taken, and closes it as one of the last. */
final class StoreStart implements SmartLifecycle {

    private static final String FOLDER = "store";
    private static final int AFTER_THE_NODE = Integer.MIN_VALUE + 200;

    private final StoreServer server;
    private final DataFolder folder;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile Optional<OpenStore> open = Optional.empty();

    StoreStart(StoreServer server, DataFolder folder, Clock clock, ApplicationEventPublisher events) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void start() {
        NodeTrouble reopened = new NodeTrouble("store-reopened", folder.nodeId());
        open = Optional.of(
                OpenStore.behind(server, folder.resolve(FOLDER), clock, () -> events.publishEvent(reopened)));
    }

    /** Whether the store answers; not before the start, and not while it is opened anew. */
    boolean isServing() {
        return open.filter(OpenStore::isServing).isPresent();
    }

    @Override
    public void stop() {
        open.ifPresent(OpenStore::close);
        open = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return open.isPresent();
    }

    @Override
    public int getPhase() {
        return AFTER_THE_NODE;
    }
}
