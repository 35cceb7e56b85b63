package org.careline.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.benchmark.Clients.Window;
import org.careline.benchmark.Start.Measurement;
import org.careline.benchmark.Table.Cell;
import org.careline.benchmark.WholeWay.Drained;

/**
 * Everything that a run measured; a part that was left out is empty.
 *
 * @param answers requests beside constant answers and a bare write
 * @param drained runs of the whole way
 * @param costs milliseconds for each piece of work, by the number of leads in the store
 * @param starts the extracted application, on each Java
 */
record Figures(
        Map<Cell, Window> answers,
        List<Drained> drained,
        Map<Work, Map<Integer, Double>> costs,
        List<Measurement> starts) {

    /** The run in the middle. */
    Optional<Drained> wholeWay() {
        return drained.stream()
                .sorted(Comparator.comparingDouble(Drained::rate))
                .skip(drained.size() / 2)
                .findFirst();
    }

    /** The rate of one kind of answer; 0 if it was not measured. */
    double rate(Measured what, int clients) {
        Window window = answers.get(new Cell(what, clients));
        return window == null ? 0 : window.rate();
    }
}
