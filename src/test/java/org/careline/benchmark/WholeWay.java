package org.careline.benchmark;

import com.mongodb.client.MongoClient;
import java.util.List;

/** From the post to the API until there is a lead with an owner, a call that is due, and nothing waits any more. */
final class WholeWay {

    private static final int CLIENTS = 8;
    private static final long NO_END = Long.MAX_VALUE / 2_000_000;

    private final int port;
    private final Requests requests;
    private final Meters meters;

    /**
     * What a run came to.
     *
     * @param rate leads per second
     * @param commands sent to the store, reads too, for each inquiry
     * @param documents written to the store for each inquiry
     */
    record Drained(double rate, double commands, double documents) {}

    WholeWay(int port, MongoClient store) {
        this.port = port;
        this.requests = new Requests(port);
        this.meters = new Meters(port, store);
    }

    /** Posts so many inquiries and waits until all have become leads. */
    Drained drained(int inquiries) {
        List<byte[]> posts = requests.api(inquiries);
        meters.settle();
        double commands = meters.commands();
        double documents = meters.documents();
        long start = System.nanoTime();
        Clients.run(CLIENTS, inquiries, NO_END, () -> new Visitor(port, posts, 202));
        meters.settle();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Drained(
                inquiries / seconds,
                (meters.commands() - commands) / inquiries,
                (meters.documents() - documents) / inquiries);
    }
}
