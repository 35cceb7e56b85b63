package org.careline.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.careline.benchmark.Clients.Client;
import org.careline.benchmark.Clients.Window;

/** Does one measurement at a time. */
final class Bench {

    private static final String FILLER = "x".repeat(950);

    private final Site site;
    private final Requests requests;
    private final Meters meters;
    private final MongoCollection<Document> bare;

    Bench(Site site, MongoClient store) {
        this.site = site;
        this.requests = new Requests(site);
        this.meters = new Meters(site, requests);
        this.bare = store.getDatabase("careline").getCollection("benchmark").withWriteConcern(WriteConcern.MAJORITY);
    }

    /** Measures for a while, with nothing left over from before. */
    Window measure(Measured what, int clients, long millis) {
        Supplier<Client> client = switch (what) {
            case CONTROLLER -> posting(requests.calls("/benchmark/controller", what.requests), 200);
            case FILTER -> posting(requests.calls("/benchmark/filter", what.requests), 200);
            case VOICE -> posting(requests.calls("/twilio/voice/inbound", what.requests), 200);
            case BARE -> Bare::new;
            case FORM -> posting(requests.forms(what.requests), 303);
            case API -> posting(requests.api(what.requests), 202);
        };
        meters.settle();
        return Clients.run(clients, what.requests, millis, client);
    }

    /**
     * Posts so many inquiries and waits until all have become leads.
     *
     * @return leads per second and store commands per inquiry
     */
    double[] drained(int inquiries, int clients) {
        Supplier<Client> client = posting(requests.api(inquiries), 202);
        meters.settle();
        double done = meters.done();
        double commands = meters.commands();
        long start = System.nanoTime();
        Clients.run(clients, inquiries, Long.MAX_VALUE / 2_000_000, client);
        meters.settle();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new double[] {(meters.done() - done) / seconds, (meters.commands() - commands) / inquiries};
    }

    private Supplier<Client> posting(List<byte[]> prepared, int expected) {
        return () -> new Visitor(new Line(site.port()), prepared, expected);
    }

    /** Sends prepared requests over a connection of its own. */
    private record Visitor(Line line, List<byte[]> prepared, int expected) implements Client {

        @Override
        public void perform(int number) {
            int status = line.send(prepared.get(number)).status();
            if (status != expected) {
                throw new IllegalStateException("Answered " + status + " instead of " + expected);
            }
        }

        @Override
        public void close() {
            line.close();
        }
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
