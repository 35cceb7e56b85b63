package org.careline.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.careline.benchmark.Clients.Client;
import org.careline.benchmark.Clients.Window;

/** Answers beside one another, one measurement at a time. */
final class Bench {

    private static final String FILLER = "x".repeat(950);

    private final int port;
    private final Requests requests;
    private final Meters meters;
    private final MongoCollection<Document> bare;

    Bench(Site site, MongoClient store) {
        this.port = site.port();
        this.requests = new Requests(port);
        this.meters = new Meters(port, store);
        this.bare = store.getDatabase("careline").getCollection("benchmark").withWriteConcern(WriteConcern.MAJORITY);
    }

    /** Measures for a while, with nothing left over from before. */
    Window measure(Measured what, int clients, long millis) {
        Supplier<Client> client = switch (what) {
            case CONTROLLER -> visitor(requests.constant("/benchmark/controller", what.requests), 200);
            case FILTER -> visitor(requests.constant("/benchmark/filter", what.requests), 200);
            case VOICE -> visitor(requests.calls(what.requests), 200);
            case BARE -> Bare::new;
            case FORM -> visitor(requests.forms(what.requests), 303);
            case API -> visitor(requests.api(what.requests), 202);
        };
        meters.settle();
        return Clients.run(clients, what.requests, millis, client);
    }

    private Supplier<Client> visitor(List<byte[]> prepared, int expected) {
        return () -> new Visitor(port, prepared, expected);
    }

    /** Writes to the store as any program does. */
    private final class Bare implements Client {

        @Override
        public void perform(int number) {
            bare.insertOne(new Document("filler", FILLER));
        }

        @Override
        public void close() {}
    }
}
