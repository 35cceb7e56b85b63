package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.lead.Explanation.Step;
import org.careline.lead.Fact.Kind;

/** The routing of a call as a fact of it: made when the phone rang, told to whoever asks why. Ids only, no contact data. */
public final class Routed {

    private static final String RULE = "rule";
    private static final String TEXT = "text";

    private Routed() {}

    /**
     * @param version of the rules
     * @param rule their name
     * @param text one sentence for a person
     * @param evidence what was compared
     */
    public static Fact fact(String version, String rule, String text, Map<String, String> evidence, Instant at) {
        Map<String, String> values = new TreeMap<>(evidence);
        values.put(RULE, rule);
        values.put(TEXT, text);
        return new Fact(Kind.ROUTED, version, at, values);
    }

    /** Why the phones rang as they did; empty for a fact of any other kind. */
    static Optional<Explanation> explanation(Fact fact) {
        if (fact.kind() != Kind.ROUTED) {
            return Optional.empty();
        }
        Map<String, String> evidence = new TreeMap<>(fact.values());
        String rule = evidence.remove(RULE);
        String text = evidence.remove(TEXT);
        return Optional.of(new Explanation(
                Step.ROUTE, rule == null ? "" : rule, fact.status(), text == null ? "" : text, evidence));
    }
}
