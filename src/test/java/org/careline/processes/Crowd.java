package org.careline.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many people who do something at the same instant. */
final class Crowd implements AutoCloseable {

    private final ExecutorService people;
    private final int size;

    Crowd(int size) {
        this.size = size;
        this.people = Executors.newFixedThreadPool(size, work -> {
            Thread person = new Thread(work, "visitor");
            person.setDaemon(true);
            return person;
        });
    }

    /**
     * Lets everybody do it, starting together, and waits for all.
     *
     * @param deed gets the number of the one who does it
     */
    <T> List<T> together(IntFunction<T> deed) {
        CountDownLatch start = new CountDownLatch(size);
        List<Future<T>> deeds = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            int who = number;
            deeds.add(people.submit(() -> {
                start.countDown();
                start.await();
                return deed.apply(who);
            }));
        }
        return deeds.stream().map(Crowd::done).toList();
    }

    /** What it came to; a failure in it is a failure here. */
    static <T> T done(Future<T> deed) {
        try {
            return deed.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
