package org.careline.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careline.benchmark.Install.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the extracted application takes to be ready and what it needs, on the Javas of this machine. */
final class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final int OLDEST = 17;
    private static final int NEWEST = 25;
    private static final String MEMORY = "-Xmx192m";

    private final Amounts amounts;

    /**
     * One way of starting it.
     *
     * @param ready milliseconds, the median
     */
    record Measurement(String words, double ready, Held held) {}

    Start(Amounts amounts) {
        this.amounts = amounts;
    }

    /** Empty if the application has not been packaged. */
    List<Measurement> measured() {
        return Packaged.extracted().map(this::measured).orElse(List.of());
    }

    private List<Measurement> measured(Packaged application) {
        Map<String, Install> ways = new LinkedHashMap<>();
        Packaged.java(OLDEST).ifPresent(home -> ways.put("JDK 17", install(application, home)));
        Packaged.java(NEWEST).ifPresent(home -> {
            ways.put("JDK 25", install(application, home));
            ways.put("JDK 25, AOT cache", install(application, home, trained(application, home)));
        });
        Map<String, List<Double>> ready = new LinkedHashMap<>();
        Map<String, Held> held = new LinkedHashMap<>();
        ways.forEach((words, way) -> {
            Held one = way.holding(amounts.leads());
            held.put(words, one);
            ready.put(words, new ArrayList<>(List.of(one.ready())));
        });
        for (int round = 1; round < amounts.rounds(); round++) {
            ways.forEach((words, way) ->
                    ready.computeIfAbsent(words, none -> new ArrayList<>()).add(way.ready()));
        }
        return held.entrySet().stream().map(way -> measurement(way, ready)).toList();
    }

    private static Measurement measurement(Map.Entry<String, Held> way, Map<String, List<Double>> ready) {
        List<Double> millis = ready.getOrDefault(way.getKey(), List.of());
        return new Measurement(
                way.getKey(), Growth.median(millis.stream().mapToDouble(Double::doubleValue)), way.getValue());
    }

    private static Install install(Packaged application, Path home, String... options) {
        List<String> all = new ArrayList<>(List.of(MEMORY, "-XX:+UseSerialGC"));
        all.addAll(List.of(options));
        return new Install(application.with(home, all.toArray(String[]::new)));
    }

    /** One run that is ended as soon as it is ready leaves the cache. */
    private static String trained(Packaged application, Path home) {
        Path cache = Site.FOLDER.resolve("careline.aot");
        double took = install(application, home, "-XX:AOTCacheOutput=" + cache).ready();
        LOG.debug("Trained in {} ms", took);
        return "-XX:AOTCache=" + cache;
    }
}
