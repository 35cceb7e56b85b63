package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.lead.Explanation.Step;
import org.careline.lead.Fact.Kind;

/** The routing of a call as a fact of it: made when the phone rang, told to whoever asks why. Ids only, no contact data. */
public final class RoutingFact {

    private static final String RULE = "rule";
    private static final String TEXT = "text";
    private static final String VERSION = "version";

    private RoutingFact() {}

    /**
     * @param version of the rules
     * @param occasion what made it be decided again; empty for the first time
     * @param rule their name
     * @param text one sentence for a person
     * @param evidence what was compared
     */
    public static Fact fact(
            String version, String occasion, String rule, String text, Map<String, String> evidence, Instant at) {
        Map<String, String> values = new TreeMap<>(evidence);
        values.put(RULE, rule);
        values.put(TEXT, text);
        values.put(VERSION, version);
        return new Fact(Kind.ROUTED, occasion.isEmpty() ? version : version + "-" + occasion, at, values);
    }

    /** Why the phones rang as they did; empty for a fact of any other kind. */
    static Optional<Explanation> explanation(Fact fact) {
        if (fact.kind() != Kind.ROUTED) {
            return Optional.empty();
        }
        Map<String, String> evidence = new TreeMap<>(fact.values());
        String rule = taken(evidence, RULE, "");
        String version = taken(evidence, VERSION, fact.status());
        String text = taken(evidence, TEXT, "");
        return Optional.of(new Explanation(Step.ROUTE, rule, version, text, evidence));
    }

    private static String taken(Map<String, String> values, String key, String otherwise) {
        return Objects.requireNonNullElse(values.remove(key), otherwise);
    }
}
