package org.careline.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is at one moment.
 *
 * @param sid its identity
 * @param parent the line for which it was dialled; null for callers and phones rung over REST
 * @param direction {@code inbound}, {@code outbound-dial} or {@code outbound-api}
 * @param from the number it shows
 * @param to the number that was called
 * @param status in Twilio's words
 * @param began when it was placed
 * @param ended null while it goes on
 * @param doing what it waits for now
 * @param until when that ends if nobody does anything; null if that is not known
 * @param talksWith the SID of the line that it is bridged with; null if with none
 * @param steps what happened, the first first
 */
public record LineView(
        String sid,
        @Nullable String parent,
        String direction,
        String from,
        String to,
        String status,
        Instant began,
        @Nullable Instant ended,
        Doing doing,
        @Nullable Instant until,
        @Nullable String talksWith,
        List<Step> steps) {

    /** What a line waits for. */
    public enum Doing {
        STARTS,
        RINGS,
        HEARS,
        /** A menu listens. */
        CHOOSES,
        /** Others ring for it. */
        WAITS_FOR_PHONES,
        QUEUES,
        RECORDS,
        TALKS,
        IS_OVER
    }

    public LineView {
        steps = List.copyOf(steps);
    }

    /** Whether somebody called the clinic here. */
    public boolean inbound() {
        return direction.equals("inbound");
    }

    /** Whose phone this is. */
    public String phone() {
        return inbound() ? from : to;
    }

    /** The first step from this one on in which these words were said; -1 if there is none. */
    int said(int from, String words) {
        return IntStream.range(from, steps.size())
                .filter(at -> steps.get(at).kind() == Step.Kind.SAID)
                .filter(at -> steps.get(at).text().contains(words))
                .findFirst()
                .orElse(-1);
    }

    /** What was said last; empty if nothing was. */
    Optional<String> lastSaid() {
        return steps.stream()
                .filter(step -> step.kind() == Step.Kind.SAID)
                .map(Step::text)
                .reduce((one, next) -> next);
    }

    /** Numbers never reach a log. */
    @Override
    public String toString() {
        return "LineView[" + sid + ", " + direction + ", " + status + ", " + doing + "]";
    }
}
