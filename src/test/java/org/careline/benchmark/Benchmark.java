package org.careline.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careline.benchmark.Clients.Window;
import org.careline.benchmark.Table.Cell;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run by name only: {@code mvn -q -DskipTests package && mvn -q test -Dtest=Benchmark -Djacoco.skip=true}; what of it is
 * chosen by properties, see {@link Amounts}. It fails if an answer is wrong, never for
 * its time. Rounds are interleaved, so that a busy minute of the machine hits everything alike.
 */
class Benchmark {

    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
    static final List<Integer> CLIENTS = List.of(1, 8, 32);

    private final Amounts amounts = Amounts.chosen();

    @Test
    void figuresOfTheDesign() {
        double load = Table.load();
        Figures figures = new Figures(new LinkedHashMap<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        if (Amounts.includes("receipts")) {
            answers(figures);
        }
        if (Amounts.includes("growth")) {
            figures.costs().putAll(new Growth(amounts).costs());
        }
        if (Amounts.includes("start")) {
            figures.starts().addAll(new Start(amounts).measured());
        }
        String report = new Report(load, figures, amounts).text();
        String picture = new Plot(figures, amounts.sizes()).svg();
        Kept.files(report, picture, amounts.quick());
        if (Amounts.published()) {
            Kept.published(report, picture);
        }
        LOG.info("\n{}", report);
    }

    private void answers(Figures figures) {
        try (Site site = Site.open("answers");
                MongoClient store = MongoClients.create(site.storeUri())) {
            Bench bench = new Bench(site, store);
            WholeWay way = new WholeWay(site.port(), store);
            for (Measured what : Measured.values()) {
                LOG.debug("Warm: {}", bench.measure(what, 8, amounts.warmUpMillis()));
            }
            LOG.debug("Warm: {}", way.drained(amounts.inquiries()));
            figures.answers().putAll(answers(bench));
            for (int round = 0; round < amounts.rounds(); round++) {
                figures.drained().add(way.drained(amounts.inquiries()));
            }
        }
    }

    private Map<Cell, Window> answers(Bench bench) {
        Map<Cell, List<Window>> windows = new LinkedHashMap<>();
        for (int round = 0; round < amounts.rounds(); round++) {
            for (int clients : CLIENTS) {
                for (Measured what : Measured.values()) {
                    windows.computeIfAbsent(new Cell(what, clients), cell -> new ArrayList<>())
                            .add(bench.measure(what, clients, amounts.windowMillis()));
                }
            }
        }
        Map<Cell, Window> figures = new LinkedHashMap<>();
        windows.forEach((cell, all) -> figures.put(cell, Window.median(all)));
        return figures;
    }
}
