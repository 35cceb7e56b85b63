package org.careline.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Explanation;
import org.careline.lead.SafetyHold;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.safety.Danger;
import org.careline.safety.DangerKind;

/**
 * What an inquiry tells of danger by its words.
 *
 * @param written found in what the person wrote
 * @param spoken found in what they left as a message
 */
public record Noticed(Optional<Danger> written, Optional<Spoken> spoken) {

    public static final Noticed NOTHING = new Noticed(Optional.empty(), Optional.empty());

    /** @param at when it was written down */
    record Spoken(Danger danger, Instant at) {}

    boolean anything() {
        return written.isPresent() || spoken.isPresent();
    }

    /** @param at when the inquiry reached us */
    public List<Cause> causes(SourceId source, Instant at) {
        return Stream.concat(
                        written.stream().map(words -> Cause.of(SafetyHold.Kind.WORDS, at, source)),
                        spoken.stream().map(words -> Cause.of(SafetyHold.Kind.TRANSCRIPT, words.at(), source)))
                .toList();
    }

    /** @param suspicion why it would else have waited for a human look */
    public List<Explanation> reasons(Optional<Inquiry.Suspicion> suspicion) {
        String held = suspicion.isEmpty() ? "" : " It looks like junk and is not held back for that.";
        return Stream.concat(
                        written.stream()
                                .map(danger -> explained(
                                        "words-written",
                                        "Words of danger were written: %s." + held,
                                        danger,
                                        suspicion)),
                        spoken.stream()
                                .map(words -> explained(
                                        "words-spoken",
                                        "A message tells of danger: %s.",
                                        words.danger(),
                                        Optional.empty())))
                .toList();
    }

    private static Explanation explained(
            String rule, String text, Danger danger, Optional<Inquiry.Suspicion> suspicion) {
        String kinds = danger.kinds().stream().map(DangerKind::word).collect(Collectors.joining(", "));
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("kinds", kinds);
        evidence.put("languages", String.join(", ", danger.languages()));
        suspicion.ifPresent(looks ->
                evidence.put("looks-like", looks.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return new Explanation(Explanation.Step.DANGER, rule, danger.version(), text.formatted(kinds), evidence);
    }
}
