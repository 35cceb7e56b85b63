package org.careline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as a small clinic runs it: one process of little memory, which holds its store. */
final class Install {

    private static final int CLIENTS = 8;
    private static final int POSTS = 50;
    private static final int PAGES = 200;
    private static final int REQUESTS_PER_CLIENT = 100;
    private static final long NO_END = Long.MAX_VALUE / 2_000_000;
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final List<String> java;
    private int starts;

    /**
     * What the process needs and does once it holds its leads.
     *
     * @param ready milliseconds until it said so
     * @param megabytes resident at most
     * @param visible milliseconds from a receipt until its inquiry is done: median and the longest of all
     * @param page milliseconds to the whole first page of the console's queue: median and the longest but one in a hundred
     */
    record Held(double ready, long megabytes, double visible, double visibleAtMost, double page, double pageP99) {}

    Install(List<String> java) {
        this.java = java;
    }

    /** Starts it anew, with nothing in its folder. @return milliseconds until it says that it is ready */
    double ready() {
        try (Running running = started()) {
            return running.millis();
        }
    }

    /** Fills it by its API and works with it. */
    Held holding(int leads) {
        try (Running running = started()) {
            Requests requests = new Requests(running.port());
            List<byte[]> posts = requests.api(leads);
            Clients.run(CLIENTS, leads, NO_END, () -> new Visitor(running.port(), posts, 202));
            settle(running.port(), requests);
            List<byte[]> queue = Collections.nCopies(CLIENTS * REQUESTS_PER_CLIENT, requests.queue());
            Clients.run(CLIENTS, queue.size(), NO_END, () -> new Visitor(running.port(), queue, 200));
            Clients.Window page = Clients.run(1, PAGES, NO_END, console(running.port(), requests));
            double[] visible = visible(running.port(), requests);
            return new Held(
                    running.millis(),
                    running.peakMegabytes(),
                    visible[visible.length / 2],
                    visible[visible.length - 1],
                    page.p50(),
                    page.p99());
        }
    }

    private static Supplier<Clients.Client> console(int port, Requests requests) {
        List<byte[]> pages = Collections.nCopies(PAGES, requests.console());
        return () -> new Visitor(port, pages, 200);
    }

    private static void settle(int port, Requests requests) {
        try (Line line = new Line(port)) {
            visible(line, requests, requests.api(1).get(0));
        }
    }

    private static double[] visible(int port, Requests requests) {
        try (Line line = new Line(port)) {
            return requests.api(POSTS).stream()
                    .mapToDouble(post -> visible(line, requests, post))
                    .sorted()
                    .toArray();
        }
    }

    /** Asks until the inquiry is done; the one posted last is the last to be. */
    private static double visible(Line line, Requests requests, byte[] post) {
        Matcher receipt = RECEIPT.matcher(line.send(post).body());
        if (!receipt.find()) {
            throw new IllegalStateException("There was no receipt");
        }
        byte[] question = requests.inquiry(receipt.group(1));
        long start = System.nanoTime();
        while (!line.send(question).body().contains("\"state\":\"done\"")) {
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(2)) {
                throw new IllegalStateException("An inquiry did not become a lead");
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private Running started() {
        int port = CarelineProcess.freePort();
        byte[] readiness = new Requests(port).readiness();
        long start = System.nanoTime();
        CarelineProcess process = CarelineProcess.start(
                Site.FOLDER.resolve("install-" + Integer.toHexString(java.hashCode()) + "-" + ++starts),
                java,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.config.additional-location=file:" + Site.UNLIMITED + "/");
        process.await(() -> isReady(port, readiness));
        return new Running(process, port, (System.nanoTime() - start) / 1e6);
    }

    private static boolean isReady(int port, byte[] readiness) {
        try (Line line = new Line(port)) {
            return line.send(readiness).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** A process that is ready, and how long it took. */
    private record Running(CarelineProcess process, int port, double millis) implements AutoCloseable {

        long peakMegabytes() {
            try {
                Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
                return peak.find() ? Long.parseLong(peak.group(1)) / 1_024 : 0;
            } catch (IOException noSuchFile) {
                return 0;
            }
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
