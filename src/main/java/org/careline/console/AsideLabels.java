package org.careline.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.console.SaidView.Value;
import org.careline.lead.Fact;
import org.careline.lead.Touch;

/** What a person gave that could not be used, and what was wished that is not done by itself. */
final class AsideLabels {

    private static final String LABEL = "Not used";

    private static final Map<String, String> FIELDS = Map.of(
            "phone", "phone",
            "email", "e-mail",
            "zip", "ZIP",
            "dateOfBirth", "date of birth",
            "language", "language",
            "forWhom", "for whom",
            "bestTimes", "good times");

    private static final Map<String, String> UNDIALLED = Map.of(
            "ours", "a number of the clinic's own",
            "blocked", "a number that is blocked",
            "nobodys", "a number that nobody can be called at",
            "abroad", "a number abroad: a person may call it",
            "too-often", "a number that was promised too many calls today");

    private AsideLabels() {}

    static List<Value> of(Touch touch) {
        return touch.facts().stream().flatMap(AsideLabels::of).toList();
    }

    private static Stream<Value> of(Fact fact) {
        return switch (fact.kind()) {
            case SET_ASIDE -> Stream.of(new Value(LABEL, aside(fact)));
            case NOT_DIALLED -> Stream.of(new Value("Call back not promised", undialled(fact)));
            default -> Stream.empty();
        };
    }

    private static String aside(Fact fact) {
        String[] parts = fact.status().split(":", 2);
        String why =
                parts[parts.length - 1].equals("not_callable") ? "nobody can be called at it" : "could not be read";
        String typed = fact.typed().map(text -> " \u201c" + text + "\u201d").orElse("");
        return FIELDS.getOrDefault(parts[0], parts[0]) + typed + ": " + why;
    }

    private static String undialled(Fact fact) {
        String status = fact.status().toLowerCase(Locale.ROOT);
        String why = status.substring(0, Math.max(0, status.lastIndexOf('-')));
        return UNDIALLED.getOrDefault(why, why);
    }
}
