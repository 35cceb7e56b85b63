package org.careline.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same work at several sizes. All stores are there at the same time, so that the rounds can be interleaved: what the
 * machine does beside them hits every size.
 */
final class Growth {

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final long NO_END = Long.MAX_VALUE / 2_000_000;

    private final Amounts amounts;

    Growth(Amounts amounts) {
        this.amounts = amounts;
    }

    /** Milliseconds for each piece of work, by size; the median of the rounds. */
    Map<Work, Map<Integer, Double>> costs() {
        List<Clinic> clinics = new ArrayList<>();
        try {
            for (int size : amounts.sizes()) {
                clinics.add(Clinic.of(size));
            }
            return measured(clinics);
        } finally {
            clinics.forEach(Clinic::close);
        }
    }

    private Map<Work, Map<Integer, Double>> measured(List<Clinic> clinics) {
        for (Clinic clinic : clinics) {
            for (Work work : Work.values()) {
                LOG.debug("Warm: {} {} {} ms", clinic.size(), work, cost(clinic, work));
            }
        }
        Map<Work, Map<Integer, Double>> costs = new EnumMap<>(Work.class);
        for (Work work : Work.values()) {
            Map<Integer, List<Double>> rounds = new TreeMap<>();
            for (int round = 0; round < amounts.rounds(); round++) {
                clinics.forEach(clinic -> rounds.computeIfAbsent(clinic.size(), size -> new ArrayList<>())
                        .add(cost(clinic, work)));
            }
            Map<Integer, Double> medians = new TreeMap<>();
            rounds.forEach((size, all) -> medians.put(size, median(all.stream().mapToDouble(Double::doubleValue))));
            costs.put(work, medians);
        }
        return costs;
    }

    private double cost(Clinic clinic, Work work) {
        int port = clinic.site().port();
        Requests requests = new Requests(port);
        int count = amounts.requests();
        return switch (work) {
            case INTAKE -> 1_000 / clinic.way().drained(amounts.inquiries()).rate();
            case QUEUE -> oneByOne(port, Collections.nCopies(count, requests.queue()));
            case CONSOLE -> oneByOne(port, Collections.nCopies(count, requests.console()));
            case CLAIM ->
                oneByOne(
                        port,
                        clinic.filling().unowned(count).stream()
                                .map(requests::claim)
                                .toList());
            case DUE -> clinic.filling().due(count);
        };
    }

    private static double oneByOne(int port, List<byte[]> requests) {
        return Clients.run(1, requests.size(), NO_END, () -> new Visitor(port, requests, 200))
                .p50();
    }

    static double median(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A site with so many leads. */
    private record Clinic(int size, Site site, MongoClient store, Filling filling, WholeWay way)
            implements AutoCloseable {

        static Clinic of(int size) {
            Site site = Site.open("of-" + size);
            Filling filling = new Filling(site.storeUri());
            long start = System.nanoTime();
            filling.fill(size);
            LOG.info("Filled in {} leads in {} s", size, (System.nanoTime() - start) / 1_000_000_000);
            MongoClient store = MongoClients.create(site.storeUri());
            return new Clinic(size, site, store, filling, new WholeWay(site.port(), store));
        }

        @Override
        public void close() {
            store.close();
            filling.close();
            site.close();
        }
    }
}
