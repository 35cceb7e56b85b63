package org.careline.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The node's own counters. */
final class Meters {

    private static final long SETTLE_SECONDS = 120;

    private final Site site;
    private final byte[] request;

    Meters(Site site, Requests requests) {
        this.site = site;
        this.request = requests.metrics();
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
        String all = text();
        double accepted = sum(all, line -> inquiries(line) && line.contains("state=\"accepted\""));
        double settled = sum(all, line -> inquiries(line) && !line.contains("state=\"accepted\""));
        return settled >= accepted && sum(all, line -> line.startsWith("careline_journal_pending")) == 0;
    }

    /** Leads made by touches: inquiries that are done. */
    double done() {
        return sum(text(), line -> inquiries(line) && line.contains("state=\"done\""));
    }

    /** Commands sent to the store so far; 0 if the node does not count them. */
    double commands() {
        return sum(text(), line -> line.startsWith("mongodb_driver_commands_seconds_count"));
    }

    private static boolean inquiries(String line) {
        return line.startsWith("careline_inquiries_total");
    }

    private static double sum(String all, Predicate<String> lines) {
        return all.lines()
                .filter(lines)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String text() {
        try (Line line = new Line(site.port())) {
            Line.Answer answer = line.send(request);
            if (answer.status() != 200) {
                throw new IllegalStateException("The metrics answer " + answer.status());
            }
            return answer.body();
        }
    }
}
