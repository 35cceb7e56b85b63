package org.careline.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careline.benchmark.Clients.Window;

/** The figures as Markdown. */
final class Table {

    private Table() {}

    /** One row's place. */
    record Cell(Measured what, int clients) {}

    /** How busy the machine is now with other things, for {@link #machine}. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /**
     * Says what the figures were measured on.
     *
     * @param load how busy the machine was before it was measured
     */
    static String machine(double load) {
        String agent = ManagementFactory.getRuntimeMXBean()
                        .getInputArguments()
                        .toString()
                        .contains("jacoco")
                ? "; the client under coverage: no figure counts"
                : "";
        return text(
                "%d cores, JDK %s, %s, load average at the start %.1f%s%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES),
                load,
                agent);
    }

    static String of(List<Integer> clients, Map<Cell, Window> figures) {
        StringBuilder table =
                new StringBuilder("| | clients | per second | p50 ms | p99 ms |\n|---|--:|--:|--:|--:|\n");
        for (Measured what : Measured.values()) {
            for (int several : clients) {
                Window window = figures.get(new Cell(what, several));
                if (window != null) {
                    table.append(text(
                            "| %s | %d | %.0f | %.2f | %.2f |%n",
                            what.words, several, window.rate(), window.p50(), window.p99()));
                }
            }
        }
        table.append("\n| ratio of rates (of p99) |");
        clients.forEach(several -> table.append(text(" %d client%s |", several, several == 1 ? "" : "s")));
        return table.append("\n|---|")
                .append("--:|".repeat(clients.size()))
                .append("\n")
                .append(ratio("voice ÷ constant controller", Measured.VOICE, Measured.CONTROLLER, clients, figures))
                .append(ratio("voice ÷ constant filter", Measured.VOICE, Measured.FILTER, clients, figures))
                .append(ratio("form receipt ÷ bare write", Measured.FORM, Measured.BARE, clients, figures))
                .append(ratio("API receipt ÷ bare write", Measured.API, Measured.BARE, clients, figures))
                .toString();
    }

    private static String ratio(
            String words, Measured above, Measured below, List<Integer> clients, Map<Cell, Window> figures) {
        StringBuilder row = new StringBuilder("| " + words + " |");
        for (int several : clients) {
            Window one = figures.get(new Cell(above, several));
            Window other = figures.get(new Cell(below, several));
            if (one != null && other != null) {
                row.append(text(" %.2f (%.1f) |", one.rate() / other.rate(), one.p99() / other.p99()));
            }
        }
        return row.append("\n").toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
