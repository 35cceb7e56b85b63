package org.careline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careline.benchmark.Start.Measurement;
import org.careline.benchmark.WholeWay.Drained;

/**
 * All figures as Markdown.
 *
 * @param load how busy the machine was before
 */
record Report(double load, Figures figures, Amounts amounts) {

    /** Camel on PostgreSQL, Node-RED, and a hand-written controller that stores less (design, figures to reach). */
    static final List<Integer> OTHERS = List.of(863, 1_134, 2_592);

    String text() {
        StringBuilder text = new StringBuilder(Table.machine(load));
        if (!figures.answers().isEmpty()) {
            text.append(Table.of(Benchmark.CLIENTS, figures.answers()));
        }
        figures.wholeWay().ifPresent(way -> text.append(wholeWay(way)));
        if (!figures.costs().isEmpty()) {
            text.append(costs());
        }
        if (Amounts.includes("start")) {
            text.append(figures.starts().isEmpty() ? notPackaged() : starts());
        }
        return text.toString();
    }

    private String wholeWay(Drained way) {
        return format(
                "%nThe whole way, %,d API posts by 8 clients until each is a lead with an owner and a due call:"
                        + " **%,.0f leads/s** (others on two cores: %,d, %,d and %,d/s), with %.2f commands to the store and"
                        + " %.2f documents written per inquiry; median of %d runs.%n",
                amounts.inquiries(),
                way.rate(),
                OTHERS.get(0),
                OTHERS.get(1),
                OTHERS.get(2),
                way.commands(),
                way.documents(),
                amounts.rounds());
    }

    private String costs() {
        StringBuilder table = new StringBuilder("\n| ms each (beside the smallest store) |");
        amounts.sizes().forEach(size -> table.append(format(" %,d leads |", size)));
        table.append("\n|---|").append("--:|".repeat(amounts.sizes().size())).append("\n");
        figures.costs().forEach((work, bySize) -> table.append(row(work, bySize)));
        return table.toString();
    }

    private String row(Work work, Map<Integer, Double> bySize) {
        StringBuilder row = new StringBuilder("| " + work.words + " |");
        double first = bySize.getOrDefault(amounts.sizes().get(0), 0d);
        bySize.forEach((size, millis) -> row.append(format(" %.2f (%.2f) |", millis, millis / first)));
        return row.append("\n").toString();
    }

    private String starts() {
        StringBuilder table = new StringBuilder(format(
                "%n| extracted jar, `-Xmx192m`, embedded store, %,d leads | ready, s | resident, MB | receipt until lead, ms"
                        + " (slowest) | queue page, ms (p99) |%n|---|--:|--:|--:|--:|%n",
                amounts.leads()));
        for (Measurement start : figures.starts()) {
            table.append(format(
                    "| %s | %.1f | %d | %.0f (%.0f) | %.1f (%.1f) |%n",
                    start.words(),
                    start.ready() / 1_000,
                    start.held().megabytes(),
                    start.held().visible(),
                    start.held().visibleAtMost(),
                    start.held().page(),
                    start.held().pageP99()));
        }
        return table.toString();
    }

    private static String notPackaged() {
        return "\nStart and memory were not measured: there is no jar of these classes (`mvn -q -DskipTests package`).\n";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
