package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.lead.Fact.Kind;
import org.careline.staff.CoordinatorId;

/**
 * How somebody waited in line during a call.
 *
 * @param how what ended it
 * @param place the number in the line that they were told last; 0 if they were told none
 * @param rung whose phones were rung in vain
 */
public record Waited(How how, Instant until, Duration length, int place, List<CoordinatorId> rung) {

    private static final String SECONDS = "seconds";
    private static final String PLACE = "place";
    private static final String RUNG = "rung";

    /** What ended it; the word is the status of its fact. */
    public enum How {
        TALKED("talked"),
        ABANDONED("abandoned"),
        FOR_A_MESSAGE("for-a-message"),
        FOR_A_CALL_BACK("for-a-call-back"),
        FOR_THE_CRISIS_LINE("for-the-crisis-line");

        private final String word;

        How(String word) {
            this.word = word;
        }

        private static Optional<How> of(String word) {
            return Arrays.stream(values()).filter(how -> how.word.equals(word)).findFirst();
        }
    }

    public Waited {
        rung = List.copyOf(rung);
    }

    /** It as a fact of its call. */
    public Fact fact() {
        Map<String, String> values = new TreeMap<>();
        values.put(SECONDS, String.valueOf(length.toSeconds()));
        values.put(PLACE, String.valueOf(place));
        values.put(
                RUNG, String.join(" ", rung.stream().map(CoordinatorId::value).toList()));
        return new Fact(Kind.WAITED, how.word, until, values);
    }

    /** How a fact says that somebody waited; empty for a fact of any other kind. */
    public static Optional<Waited> of(Fact fact) {
        return Optional.of(fact)
                .filter(one -> one.kind() == Kind.WAITED)
                .flatMap(one -> How.of(one.status()))
                .map(how -> new Waited(
                        how,
                        fact.at(),
                        Duration.ofSeconds(Long.parseLong(fact.values().getOrDefault(SECONDS, "0"))),
                        Integer.parseInt(fact.values().getOrDefault(PLACE, "0")),
                        Arrays.stream(fact.values().getOrDefault(RUNG, "").split(" "))
                                .filter(id -> !id.isEmpty())
                                .map(CoordinatorId::new)
                                .toList()));
    }
}
