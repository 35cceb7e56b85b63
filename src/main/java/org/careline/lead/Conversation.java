package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.lead.Explanation.Step;
import org.careline.lead.Fact.Kind;
import org.careline.staff.CoordinatorId;

/**
 * A talk between a coordinator and the person, over the phone and connected by us.
 *
 * @param call the contact that it belongs to; of a call back the call for which it was made
 * @param by who talked with them
 * @param calledBack whether we had called the person back for it
 */
public record Conversation(SourceId call, CoordinatorId by, Instant from, Instant until, boolean calledBack) {

    /** Who was connected for less than this has hardly said a word. */
    static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** What came of a talk is to be noted this soon. */
    public static final Duration TO_NOTE = Duration.ofMinutes(5);

    /** If nothing is noted for this long, the person is called instead: nobody is lost. */
    static final Duration UNNOTED = Duration.ofHours(1);

    private static final String SECONDS = "seconds";
    private static final String CALLED_BACK = "called-back";

    /** The end of a talk, as a fact of its call; a call has at most one with each coordinator. */
    public static Fact fact(CoordinatorId by, Instant from, Instant until, boolean calledBack) {
        Map<String, String> values = new TreeMap<>();
        values.put(
                SECONDS,
                String.valueOf(Math.max(0, Duration.between(from, until).toSeconds())));
        if (calledBack) {
            values.put(CALLED_BACK, "true");
        }
        return new Fact(Kind.TALKED, by.value(), until, values);
    }

    /** The talk that a fact tells of; empty for a fact of any other kind. */
    public static Optional<Conversation> of(SourceId call, Fact fact) {
        return Optional.ofNullable(fact.values().get(SECONDS))
                .filter(seconds -> fact.kind() == Kind.TALKED)
                .map(seconds -> new Conversation(
                        call,
                        new CoordinatorId(fact.status()),
                        fact.at().minusSeconds(Long.parseLong(seconds)),
                        fact.at(),
                        fact.values().containsKey(CALLED_BACK)));
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** Whether they can have talked at all. */
    public boolean counts() {
        return length().compareTo(A_MOMENT) >= 0;
    }

    /** Why a lead owes what came of this talk. */
    Explanation why() {
        return new Explanation(
                Step.PLAN,
                "talk-owes-outcome",
                "1",
                "Somebody talked with them: what came of it is noted by whoever talked; if nothing is noted within an"
                        + " hour, they are called.",
                Map.of(
                        "talked-with", by.value(),
                        "from", from.toString(),
                        "until", until.toString(),
                        "due-at", until.plus(TO_NOTE).toString(),
                        "called-instead-at", until.plus(UNNOTED).toString()));
    }
}
