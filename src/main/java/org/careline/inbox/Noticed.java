package org.careline.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careline.lead.Explanation;
import org.careline.lead.SafetyHold;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.safety.Danger;
import org.careline.safety.DangerKind;
import org.jspecify.annotations.Nullable;

/**
 * What an inquiry tells of danger by its words.
 *
 * @param written found in what the person wrote; null if nothing was
 * @param spoken found in what they left as a message; null if nothing was
 * @param spokenAt when that was written down; null without {@code spoken}
 */
public record Noticed(
        @Nullable Danger written,
        @Nullable Danger spoken,
        @Nullable Instant spokenAt) {

    public static final Noticed NOTHING = new Noticed(null, null, null);

    boolean anything() {
        return written != null || spoken != null;
    }

    /** @param at when the inquiry reached us */
    public List<Cause> causes(SourceId source, Instant at) {
        List<Cause> causes = new ArrayList<>();
        if (written != null) {
            causes.add(Cause.of(SafetyHold.Kind.WORDS, at, source));
        }
        if (spoken != null && spokenAt != null) {
            causes.add(Cause.of(SafetyHold.Kind.TRANSCRIPT, spokenAt, source));
        }
        return causes;
    }

    /** @param suspicion why it would else have waited for a human look; null if it would not */
    public List<Explanation> reasons(Inquiry.@Nullable Suspicion suspicion) {
        List<Explanation> reasons = new ArrayList<>();
        if (written != null) {
            String held = suspicion == null ? "" : " It looks like junk and is not held back for that.";
            reasons.add(explained("words-written", "Words of danger were written: %s.%s", written, held, suspicion));
        }
        if (spoken != null) {
            reasons.add(explained("words-spoken", "A message tells of danger: %s.%s", spoken, "", null));
        }
        return reasons;
    }

    private static Explanation explained(
            String rule, String text, Danger danger, String further, Inquiry.@Nullable Suspicion suspicion) {
        String kinds = danger.kinds().stream().map(DangerKind::word).collect(Collectors.joining(", "));
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("kinds", kinds);
        evidence.put("languages", String.join(", ", danger.languages()));
        if (suspicion != null) {
            evidence.put("looks-like", suspicion.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return new Explanation(
                Explanation.Step.DANGER, rule, danger.version(), text.formatted(kinds, further), evidence);
    }
}
