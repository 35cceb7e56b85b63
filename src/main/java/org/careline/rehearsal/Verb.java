package org.careline.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of TwiML.
 *
 * @param text what stands directly in it, without the space round it
 */
record Verb(String name, Map<String, String> attributes, String text, List<Verb> children) {

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String text(String attribute, String without) {
        return attributes.getOrDefault(attribute, without);
    }

    boolean is(String attribute) {
        return text(attribute, "false").equals("true");
    }

    int number(String attribute, int without) {
        try {
            return find(attribute).map(Integer::parseInt).orElse(without);
        } catch (NumberFormatException none) {
            throw new Interruption.NotUnderstood(
                    "<" + name + " " + attribute + "=\"" + attributes.get(attribute) + "\"> is no whole number");
        }
    }

    Duration seconds(String attribute, int without) {
        return Duration.ofSeconds(number(attribute, without));
    }
}
