package org.careline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The part of {@code src/docs/embedded-store.md} that is made from the gate's table. */
final class GatePage {

    private static final String BEGIN = "<!-- made from GateTable by GatePage: begin -->\n";
    private static final String END = "<!-- end -->\n";

    private GatePage() {}

    static String text() {
        List<String> subjects =
                GateTable.rows().stream().map(GateTable.Row::subject).distinct().toList();
        return BEGIN + subjects.stream().map(GatePage::section).collect(Collectors.joining()) + END;
    }

    private static String section(String subject) {
        return "\n| " + subject
                + " | taken? | Careline sends | MongoDB does | the embedded store does |\n|---|---|---|---|---|\n"
                + GateTable.rows().stream()
                        .filter(row -> row.subject().equals(subject))
                        .map(GatePage::line)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String line(GateTable.Row row) {
        String taken = row.accepted() ? "yes" : "no: " + row.verdict();
        return "| " + String.join(" | ", row.name(), taken, row.careline(), row.mongodb(), row.ours()) + " |\n";
    }

    /** Writes the page anew: run it when the table has changed. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        String old = Files.readString(page);
        String before = old.substring(0, old.indexOf(BEGIN));
        String after = old.substring(old.indexOf(END) + END.length());
        Files.writeString(page, before + text() + after);
    }
}
