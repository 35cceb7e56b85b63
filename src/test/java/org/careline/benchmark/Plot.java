package org.careline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as a picture that needs nothing but itself, readable on a light and on a dark page. */
record Plot(Figures figures, List<Integer> sizes) {

    private static final int CLIENTS = 8;
    private static final int LEFT = 250;
    private static final int WIDTH = 500;
    private static final int ROW = 30;
    private static final double HIGHEST_RATIO = 2;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 %1$d" role="img" aria-labelledby="title desc">
            <title id="title">How fast Careline is</title>
            <desc id="desc">%2$s</desc>
            <style>
              text { font: 14px system-ui, sans-serif; fill: #1f2933 }
              .head { font-weight: 600 }
              .small { font-size: 12px; fill: #52606d }
              .paper { fill: #ffffff }
              .other { fill: #9aa5b1 }
              .own, .dot { fill: #0b6e75 }
              .dot.more { fill: #b44d12 }
              .band { fill: #0b6e75; opacity: .12 }
              .mark { stroke: #b44d12; stroke-width: 3 }
              .axis { stroke: #7b8794 }
              @media (prefers-color-scheme: dark) {
                text { fill: #e4e7eb }
                .small { fill: #9aa5b1 }
                .paper { fill: #161b22 }
                .other { fill: #616e7c }
                .own, .dot, .band { fill: #4fd1c5 }
                .dot.more { fill: #f6ad55 }
                .mark { stroke: #f6ad55 }
              }
            </style>
            <rect class="paper" width="840" height="%1$d"/>
            """;

    String svg() {
        StringBuilder body = new StringBuilder();
        int y = figures.answers().isEmpty() ? 0 : rates(body, 30);
        y = figures.costs().isEmpty() ? y : costs(body, y + 30);
        return format(HEAD, y + 10, description()) + body + "</svg>\n";
    }

    private int rates(StringBuilder body, int top) {
        double whole = figures.wholeWay().map(WholeWay.Drained::rate).orElse(0d);
        double constant = figures.rate(Measured.CONTROLLER, CLIENTS);
        double bare = figures.rate(Measured.BARE, CLIENTS);
        double full = Math.max(constant, Math.max(bare, Report.OTHERS.get(2)));
        heading(body, top, "Answers per second, 8 clients", "an upright line is what is aimed at");
        int y = top + ROW;
        y = bar(body, y, "constant TwiML", "other", constant, full, List.of());
        y = bar(body, y, "voice webhook, in the journal", "own", rate(Measured.VOICE), full, List.of(constant / 2));
        y = bar(body, y, "bare durable write", "other", bare, full, List.of());
        y = bar(body, y, "form to receipt", "own", rate(Measured.FORM), full, List.of(bare / 2));
        y = bar(body, y, "API to receipt", "own", rate(Measured.API), full, List.of(bare / 2));
        return bar(
                body,
                y,
                "API to assigned lead, drained",
                "own",
                whole,
                full,
                Report.OTHERS.stream().map(Integer::doubleValue).toList());
    }

    private double rate(Measured what) {
        return figures.rate(what, CLIENTS);
    }

    private static int bar(
            StringBuilder body, int y, String words, String kind, double value, double full, List<Double> marks) {
        label(body, y, words);
        double width = WIDTH * value / full;
        body.append(format(
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\"/>%n", kind, LEFT, y - 14, width));
        for (double mark : marks) {
            double x = LEFT + WIDTH * mark / full;
            body.append(format("<path class=\"mark\" d=\"M%.1f %dv24\"/>%n", x, y - 17));
        }
        double beside = marks.stream().mapToDouble(mark -> WIDTH * mark / full).reduce(width, Math::max);
        body.append(format("<text class=\"small\" x=\"%.1f\" y=\"%d\">%,.0f</text>%n", LEFT + beside + 8, y, value));
        return y + ROW;
    }

    private int costs(StringBuilder body, int top) {
        heading(
                body,
                top,
                "Cost beside a store of %s leads".formatted(thousands(sizes.get(0))),
                "1 is the same, the band is 20 % around it");
        int bottom = top + ROW * Work.values().length + ROW / 2;
        body.append(format(
                "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                at(0.8), top + 12, at(1.2) - at(0.8), bottom - top - 12));
        body.append(format("<path class=\"axis\" d=\"M%.1f %dV%d\"/>%n", at(1), top + 12, bottom));
        int y = top + ROW;
        for (Map.Entry<Work, Map<Integer, Double>> cost : figures.costs().entrySet()) {
            label(body, y, cost.getKey().words);
            dots(body, y, cost.getValue());
            y += ROW;
        }
        return bottom;
    }

    private void dots(StringBuilder body, int y, Map<Integer, Double> millis) {
        double first = millis.getOrDefault(sizes.get(0), 1d);
        for (int index = 1; index < sizes.size(); index++) {
            double ratio = millis.getOrDefault(sizes.get(index), 0d) / first;
            body.append(format(
                    "<circle class=\"dot%s\" cx=\"%.1f\" cy=\"%d\" r=\"7\"><title>%s leads: %.2f</title></circle>%n",
                    index > 1 ? " more" : "",
                    at(Math.min(ratio, HIGHEST_RATIO)),
                    y - 5,
                    thousands(sizes.get(index)),
                    ratio));
        }
    }

    private static double at(double ratio) {
        return LEFT + WIDTH * ratio / HIGHEST_RATIO;
    }

    private static void heading(StringBuilder body, int y, String words, String small) {
        body.append(format("<text class=\"head\" x=\"20\" y=\"%d\">%s</text>%n", y, words));
        body.append(format("<text class=\"small\" x=\"820\" y=\"%d\" text-anchor=\"end\">%s</text>%n", y, small));
    }

    private static void label(StringBuilder body, int y, String words) {
        body.append(format("<text x=\"20\" y=\"%d\">%s</text>%n", y, words));
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        if (!figures.answers().isEmpty()) {
            words.append(spokenRates());
        }
        figures.costs().forEach((work, millis) -> {
            int largest = sizes.get(sizes.size() - 1);
            words.append(format(
                    " %s: %.2f times as much with %,d leads.",
                    work.words, millis.getOrDefault(largest, 0d) / millis.getOrDefault(sizes.get(0), 1d), largest));
        });
        return words.toString();
    }

    private String spokenRates() {
        return format(
                "With 8 clients: %,.0f signed calls, %,.0f forms and %,.0f API posts answered per second; %,.0f assigned"
                        + " leads per second.",
                rate(Measured.VOICE),
                rate(Measured.FORM),
                rate(Measured.API),
                figures.wholeWay().map(WholeWay.Drained::rate).orElse(0d));
    }

    private static String thousands(int number) {
        return format("%,d", number);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
