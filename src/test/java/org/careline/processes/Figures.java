package org.careline.processes;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.careline.promises.KeptRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run came to.
 *
 * @param rounds how often it was done
 * @param acknowledged the inquiries that were acknowledged
 * @param found those that were there afterwards
 * @param lost those that were not
 * @param doubled those that were there more than once
 * @param slowestMillis the slowest answer that anybody waited for
 * @param note what else was measured
 */
record Figures(
        String scenario,
        int rounds,
        long acknowledged,
        long found,
        long lost,
        long doubled,
        long slowestMillis,
        String note) {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    Figures plus(Figures more) {
        return new Figures(
                scenario,
                rounds + more.rounds,
                acknowledged + more.acknowledged,
                found + more.found,
                lost + more.lost,
                doubled + more.doubled,
                Math.max(slowestMillis, more.slowestMillis),
                note.isEmpty() || more.note.isEmpty() ? note + more.note : note + "; " + more.note);
    }

    Figures noted(String also) {
        return plus(new Figures("", 0, 0, 0, 0, 0, 0, also));
    }

    /** Shows them and keeps them for a report. */
    Figures told() {
        LOG.info(
                "\n{}\n  {}\n  {}\n  {}",
                "-".repeat(100),
                "scenario                     rounds  acknowledged     found      lost   doubled  slowest answer",
                "%-28s %6d %13d %9d %9d %9d %12d ms"
                        .formatted(scenario, rounds, acknowledged, found, lost, doubled, slowestMillis),
                note);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        new KeptRun(scenario, today, rounds, acknowledged, found, lost, doubled, slowestMillis, note).keep();
        return this;
    }
}
