package org.careline.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many do something at the same instant. */
final class Together {

    private Together() {}

    /** What each of them got, in their order. */
    static <T> List<T> all(int many, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch gate = new CountDownLatch(many);
        try {
            List<Future<T>> started = new ArrayList<>();
            for (int number = 0; number < many; number++) {
                int own = number;
                started.add(threads.submit(() -> {
                    gate.countDown();
                    gate.await();
                    return work.apply(own);
                }));
            }
            List<T> got = new ArrayList<>();
            for (Future<T> one : started) {
                got.add(one.get());
            }
            return got;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
