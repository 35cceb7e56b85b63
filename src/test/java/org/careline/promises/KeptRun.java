package org.careline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run with faults came to, kept for the page of promises.
 *
 * @param scenario what was done to the application
 * @param date the day in UTC
 * @param rounds how often it was done
 * @param acknowledged the inquiries that were acknowledged; 0 where none are counted
 * @param found those that were there afterwards
 * @param lost those that were not
 * @param doubled those that were there more than once
 * @param slowestMillis the slowest answer that anybody waited for
 * @param note what else was measured
 */
public record KeptRun(
        String scenario,
        String date,
        long rounds,
        long acknowledged,
        long found,
        long lost,
        long doubled,
        long slowestMillis,
        String note) {

    /** Where a run leaves its figures. */
    static final Path FRESH = Path.of("target", "fault-runs.jsonl");

    /** The last runs in full, as the page shows them. */
    static final Path COMMITTED = Path.of("src", "docs", "fault-runs.jsonl");

    /** Keeps it below {@code target}, after those of this folder's earlier runs. */
    public void keep() {
        try {
            Files.createDirectories(FRESH.getParent());
            Files.writeString(FRESH, line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String line() {
        return JsonMapper.shared().writeValueAsString(this) + "\n";
    }

    /** Those of a file in its order; none where there is no such file. */
    static List<KeptRun> of(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> JsonMapper.shared().readValue(line, KeptRun.class))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
