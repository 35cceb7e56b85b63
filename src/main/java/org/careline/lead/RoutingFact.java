package org.careline.lead;

import java.time.Instant;
import java.util.Map;
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
        String rule = evidence.remove(RULE);
        String text = evidence.remove(TEXT);
        String version = evidence.remove(VERSION);
        return Optional.of(new Explanation(
                Step.ROUTE,
                rule == null ? "" : rule,
                version == null ? fact.status() : version,
                text == null ? "" : text,
                evidence));
    }
}
