package org.careline.inbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for. A call carries only the number that was dialled.
 *
 * @param to the form's id or the clinic number dialled (E.164); null if neither applies
 * @param language BCP 47
 * @param forWhom {@code self} or {@code other}
 * @param bestTimes {@code weekday-morning} …
 */
public record Request(
        @Nullable String to,
        @Nullable String zip,
        @Nullable LocalDate dateOfBirth,
        @Nullable String language,
        @Nullable String message,
        @Nullable String forWhom,
        List<String> bestTimes,
        @Nullable ConsentGiven consent) {

    public Request {
        bestTimes = List.copyOf(bestTimes);
    }

    public static Request byCall(String dialled) {
        return new Request(dialled, null, null, null, null, null, List.of(), null);
    }

    /** Message text never reaches a log. */
    @Override
    public String toString() {
        return "Request[to=" + to + "]";
    }
}
