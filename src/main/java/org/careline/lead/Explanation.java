package org.careline.lead;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why something was decided by itself; the decision can be recomputed from it.
 *
 * @param step what was decided
 * @param rule the rule's name
 * @param version the rule's version
 * @param text one sentence for a person, without contact data
 * @param evidence the values compared, masked
 */
public record Explanation(Step step, String rule, String version, String text, Map<String, String> evidence) {

    public enum Step {
        /** Words of danger were found. */
        DANGER,
        ROUTE,
        MATCH,
        ASSIGN,
        PLAN
    }

    public Explanation {
        evidence = new TreeMap<>(evidence);
    }
}
