package org.careline.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Clients that work off prepared requests, each sending its next one as soon as it has the answer. */
final class Clients {

    private Clients() {}

    /** One client; it does the request with that number. */
    interface Client extends AutoCloseable {

        void perform(int number);

        @Override
        void close();
    }

    /**
     * What a window came to.
     *
     * @param rate answers per second
     * @param p50 median in milliseconds
     * @param p99 in milliseconds
     */
    record Window(double rate, double p50, double p99) {

        /** Each figure's median. */
        static Window median(List<Window> windows) {
            return new Window(
                    middle(windows.stream().mapToDouble(Window::rate).toArray()),
                    middle(windows.stream().mapToDouble(Window::p50).toArray()),
                    middle(windows.stream().mapToDouble(Window::p99).toArray()));
        }

        private static double middle(double[] values) {
            Arrays.sort(values);
            return values[values.length / 2];
        }
    }

    /**
     * Runs until there is no request left or the time is over.
     *
     * @param requests how many there are
     */
    static Window run(int clients, int requests, long millis, Supplier<Client> client) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(clients);
        List<Future<List<long[]>>> works = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            works.add(threads.submit(() -> {
                try (Client one = client.get()) {
                    ready.countDown();
                    ready.await();
                    return work(one, next, requests, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
                }
            }));
        }
        List<long[]> all = works.stream().flatMap(work -> done(work).stream()).toList();
        threads.shutdown();
        return window(all);
    }

    private static List<long[]> work(Client client, AtomicInteger next, int requests, long end) {
        List<long[]> spans = new ArrayList<>();
        while (System.nanoTime() < end) {
            int number = next.getAndIncrement();
            if (number >= requests) {
                break;
            }
            long start = System.nanoTime();
            client.perform(number);
            spans.add(new long[] {start, System.nanoTime()});
        }
        return spans;
    }

    private static Window window(List<long[]> spans) {
        long first = spans.stream().mapToLong(span -> span[0]).min().orElseThrow();
        long last = spans.stream().mapToLong(span -> span[1]).max().orElseThrow();
        double[] took = spans.stream()
                .mapToDouble(span -> (span[1] - span[0]) / 1e6)
                .sorted()
                .toArray();
        return new Window(spans.size() * 1e9 / (last - first), took[took.length / 2], took[(int) (took.length * 0.99)]);
    }

    private static <T> T done(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A client failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
