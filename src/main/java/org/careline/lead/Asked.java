package org.careline.lead;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careline.contact.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of themselves and of their wishes with one contact, beside their name and their message.
 *
 * @param to the form's id or the clinic number dialled (E.164); null if neither applies
 * @param language the language that they wrote in or asked for; null if they did not say
 * @param forWhom {@code self} or {@code other}; null if they did not say
 * @param bestTimes {@code weekday-morning} …, in the order in which they were named
 * @param consents the boxes that they were asked to tick; null if they were not asked
 * @param attribution where this contact came from
 */
public record Asked(
        @Nullable String to,
        @Nullable String zip,
        @Nullable LocalDate dateOfBirth,
        @Nullable Language language,
        @Nullable String forWhom,
        List<String> bestTimes,
        @Nullable Consents consents,
        Map<String, String> attribution) {

    public Asked {
        bestTimes = List.copyOf(bestTimes);
        attribution = new TreeMap<>(attribution);
    }

    /**
     * Which boxes were ticked; the others were shown and left empty.
     *
     * @param version the version of the words that stood beside them; null if the sender did not say
     */
    public record Consents(
            boolean call,
            boolean text,
            boolean voicemail,
            boolean marketing,
            @Nullable String version) {}

    /** Nothing that a person said reaches a log. */
    @Override
    public String toString() {
        return "Asked[to=" + to + "]";
    }
}
