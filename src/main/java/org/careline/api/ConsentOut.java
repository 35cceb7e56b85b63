package org.careline.api;

import org.careline.lead.Fact;

/**
 * What a caller was told of recording and said to it.
 *
 * @param said {@code announced} or {@code declined}
 * @param version the name of the words that they heard
 */
record ConsentOut(String said, String version, String at) {

    static ConsentOut of(Fact fact) {
        return new ConsentOut(fact.status(), fact.values().getOrDefault("version", ""), ApiTime.of(fact.at()));
    }
}
