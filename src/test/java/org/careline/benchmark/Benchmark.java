package org.careline.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careline.benchmark.Clients.Window;
import org.careline.benchmark.Table.Cell;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run by name only: {@code mvn -q test -Dtest=Benchmark -Djacoco.skip=true}. It fails if an answer is wrong, never for
 * its time. Rounds are interleaved, so that a busy minute of the machine hits everything alike.
 */
class Benchmark {

    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
    private static final Path KEPT = Path.of("target", "benchmark.md");
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int ROUNDS = 3;
    private static final long WARM_UP_MS = 3_000;
    private static final long WINDOW_MS = 800;
    private static final int INQUIRIES = 2_000;

    @Test
    void figuresOfTheDesign() throws IOException {
        String machine = Table.machine();
        try (Site site = Site.open();
                MongoClient store = MongoClients.create(site.storeUri())) {
            Bench bench = new Bench(site, store);
            for (Measured what : Measured.values()) {
                LOG.debug("Warm: {}", bench.measure(what, 8, WARM_UP_MS));
            }
            LOG.debug("Warm: {} leads/s", bench.drained(INQUIRIES, 8)[0]);
            Map<Cell, Window> figures = figures(bench);
            List<double[]> drained = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                drained.add(bench.drained(INQUIRIES, 8));
            }
            String report = machine + Table.of(CLIENTS, figures) + Table.drained(INQUIRIES, drained);
            Files.writeString(KEPT, report, StandardCharsets.UTF_8);
            LOG.info("\n{}", report);
        }
    }

    private static Map<Cell, Window> figures(Bench bench) {
        Map<Cell, List<Window>> windows = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int clients : CLIENTS) {
                for (Measured what : Measured.values()) {
                    windows.computeIfAbsent(new Cell(what, clients), cell -> new ArrayList<>())
                            .add(bench.measure(what, clients, WINDOW_MS));
                }
            }
        }
        Map<Cell, Window> figures = new LinkedHashMap<>();
        windows.forEach((cell, all) -> figures.put(cell, Window.median(all)));
        return figures;
    }
}
