package org.careline.store.contract;

import com.mongodb.client.MongoDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Two nodes on one store, each by a way of its own, on which everything is counted and somebody may meddle. */
final class TwoNodes implements AutoCloseable {

    private static final int LOOKS = 3;

    private final GuardLedger ledger = new GuardLedger();
    private final Way left = new Way();
    private final Way right = new Way();
    private final MongoDatabase database;
    private final List<StoreProxy> proxies;
    private final List<Node> nodes;
    private long lostBefore;

    /** They find the database empty, for what is counted must be all that is there. */
    TwoNodes(StoreAddress store, MongoDatabase database) {
        this.database = database;
        this.proxies = Stream.of(left, right)
                .map(way -> new StoreProxy(store, ledger.behind(way)))
                .toList();
        this.nodes = proxies.stream().map(proxy -> Node.on(proxy.uri())).toList();
    }

    /** From now on these meddle; what was lost before is forgotten. */
    void meddled(Ways ways) {
        left.meddling = ways.one();
        right.meddling = ways.other();
        lostBefore = lost();
    }

    /** Writes that were said to hold since then and were undone. */
    long lostSince() {
        return lost() - lostBefore;
    }

    /** Whatever is written meanwhile makes it look less, never more. */
    private long lost() {
        return Collections.max(
                Stream.generate(() -> ledger.lost(database)).limit(LOOKS).toList());
    }

    /** One after the other. */
    Node node(int number) {
        return nodes.get(number % nodes.size());
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        proxies.forEach(StoreProxy::close);
    }

    /** On which somebody else may meddle from one moment to the next. */
    private static final class Way implements Meddling {

        private volatile Meddling meddling = Ways.FREE.one();

        @Override
        public BsonDocument passedOn(BsonDocument command) {
            return meddling.passedOn(command);
        }

        @Override
        public Optional<BsonDocument> told(BsonDocument command, BsonDocument answer) {
            return meddling.told(command, answer);
        }
    }
}
