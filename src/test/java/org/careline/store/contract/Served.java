package org.careline.store.contract;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.careline.support.WireStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store that the contract is run on, and a database of its own there. */
final class Served implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Served.class);
    private static final String OTHER = "CARELINE_TEST_MONGODB_URI";

    private final String name;
    private final StoreAddress address;
    private final MongoClient client;
    private final Runnable end;
    private @Nullable TwoNodes nodes;

    private Served(String name, StoreAddress address, MongoClient client, Runnable end) {
        this.name = name;
        this.address = address;
        this.client = client;
        this.end = end;
    }

    /** The embedded store, and the one that the environment names. */
    static Stream<Served> everywhere() {
        String other = System.getenv(OTHER);
        Stream<Supplier<Served>> all = other == null || other.isBlank()
                ? Stream.of(Served::embedded)
                : Stream.of(Served::embedded, () -> other(other));
        return all.map(Supplier::get);
    }

    private static Served embedded() {
        WireStore store = new WireStore();
        StoreAddress address = StoreAddress.of(store.uri());
        return new Served("the embedded store", address, MongoClients.create(address.uri()), store::close);
    }

    private static Served other(String uri) {
        StoreAddress address = StoreAddress.of(uri)
                .in("contract_" + UUID.randomUUID().toString().replace("-", ""));
        MongoClient client = MongoClients.create(address.uri());
        MongoDatabase own = client.getDatabase(address.database());
        String name = called(own.runCommand(new Document("buildInfo", 1)));
        LOG.info("The store contract runs on {}", name);
        return new Served(name, address, client, own::drop);
    }

    private static String called(Document build) {
        return (build.containsKey("ferretdbVersion") ? "FerretDB as MongoDB " : "MongoDB ")
                + build.getString("version");
    }

    StoreAddress address() {
        return address;
    }

    MongoDatabase database() {
        return client.getDatabase(address.database());
    }

    /** Two nodes that use it, started when they are asked for first. */
    TwoNodes nodes() {
        if (nodes == null) {
            nodes = new TwoNodes(address, database());
        }
        return nodes;
    }

    @Override
    public void close() {
        if (nodes != null) {
            nodes.close();
        }
        end.run();
        client.close();
    }

    /** What the contract is run on, for reports. */
    @Override
    public String toString() {
        return name;
    }
}
