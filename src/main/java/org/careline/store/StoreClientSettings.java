package org.careline.store;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * The budget of every operation, so that a store that is down or frozen is noticed within a second and never holds a
 * thread. Boot has no properties for these (stack.md, "A frozen store"). The parameters of {@code spring.mongodb.uri} are
 * applied afterwards and prevail; {@link StoreConcerns} comes after them.
 */
final class StoreClientSettings implements MongoClientSettingsBuilderCustomizer, Ordered {

    static final int SELECTION_MS = 500;
    static final int OPERATION_MS = 2_000;

    private static final int CONNECT_MS = 500;
    private static final int HEARTBEAT_MS = 1_000;
    private static final int SHORTEST_HEARTBEAT_MS = 500;
    private static final int CONNECTIONS = 64;

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.timeout(OPERATION_MS, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_MS, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT_MS, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(SHORTEST_HEARTBEAT_MS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
