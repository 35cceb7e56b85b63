package org.careline.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.bson.Document;

/** What a node counts, and what waits in its store. */
final class Meters {

    private static final long SETTLE_SECONDS = 120;

    private final int port;
    private final MongoCollection<Document> inquiries;
    private final byte[] request;

    Meters(int port, MongoClient store) {
        this.port = port;
        this.inquiries = store.getDatabase("careline").getCollection("inquiries");
        this.request = new Requests(port).metrics();
    }

    /** Waits until every accepted inquiry has been settled, so that one measurement does not burden the next. */
    void settle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
        while (!settled()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Inquiries were not settled within " + SETTLE_SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean settled() {
        return sum(text(), line -> line.startsWith("careline_journal_pending")) == 0
                && inquiries
                                .find(Filters.lte(
                                        "dueAt", Date.from(Clock.systemUTC().instant())))
                                .first()
                        == null;
    }

    /** Commands sent to the store so far; 0 if the node does not count them. */
    double commands() {
        return sum(text(), line -> line.startsWith("mongodb_driver_commands_seconds_count"));
    }

    /** Documents that were written so far, as the store's answers say; 0 if the node does not count them. */
    double documents() {
        return sum(text(), line -> line.startsWith("benchmark_documents_written_total"));
    }

    private static double sum(String all, Predicate<String> lines) {
        return all.lines()
                .filter(lines)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String text() {
        try (Line line = new Line(port)) {
            Line.Answer answer = line.send(request);
            if (answer.status() != 200) {
                throw new IllegalStateException("The metrics answer " + answer.status());
            }
            return answer.body();
        }
    }
}
