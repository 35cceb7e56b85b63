package org.careline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.lead.SafetyHold.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What one touch says about its lead.
 *
 * @param person the name and points it came with
 * @param callDueAt when the person is to be called because of it
 * @param onTheLineUntil for a call that is not known to be over: when it must be, at the latest; else null
 * @param confirmed whether it is known that this was the lead's own person
 * @param callBackAt when they are called back, as it was promised to them; null if they did not ask for it
 * @param dangers what in it tells that they may be in danger
 * @param talk the last talk that somebody had with them in it; null if there was none
 */
public record Contact(
        SourceId source,
        Instant at,
        Instant callDueAt,
        Person person,
        Map<String, String> attribution,
        @Nullable Instant onTheLineUntil,
        boolean confirmed,
        @Nullable Instant callBackAt,
        List<Cause> dangers,
        @Nullable Conversation talk) {

    public Contact {
        dangers = List.copyOf(dangers);
    }

    /** The last talk that somebody had with them in it; empty if there was none. */
    Optional<Conversation> latestTalk() {
        return Optional.ofNullable(talk);
    }

    /**
     * What is owed for it.
     *
     * @param unsettled whether nothing was noted since: else only a call that goes on is owed
     */
    List<DueItem> owed(boolean unsettled) {
        List<DueItem> owed = new ArrayList<>();
        if (unsettled) {
            owed.add(due(Action.CALL, callDueAt));
            Optional.ofNullable(callBackAt).map(at -> due(Action.CALL_BACK, at)).ifPresent(owed::add);
        }
        Optional.ofNullable(onTheLineUntil).map(at -> due(Action.ON_CALL, at)).ifPresent(owed::add);
        return owed;
    }

    private DueItem due(Action what, Instant at) {
        return DueItem.of(what, at, Set.of(source));
    }

    /** The last moment at which they asked for something. */
    Instant latest() {
        return Stream.concat(Stream.of(at), dangers.stream().map(Cause::at))
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** What it says of the lead's times. */
    ContactTimes times() {
        return ContactTimes.of(at, latest(), attribution, talk);
    }
}
