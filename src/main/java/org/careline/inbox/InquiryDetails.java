package org.careline.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careline.contact.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for. A call carries only the number that was dialled.
 *
 * @param to the form's id or the clinic number dialled (E.164); null if neither applies
 * @param language that they wrote in or asked for
 * @param forWhom {@code self} or {@code other}
 * @param bestTimes {@code weekday-morning} …
 */
public record InquiryDetails(
        @Nullable String to,
        @Nullable String zip,
        @Nullable LocalDate dateOfBirth,
        @Nullable Language language,
        @Nullable String message,
        @Nullable String forWhom,
        List<String> bestTimes,
        @Nullable ConsentGiven consent) {

    public InquiryDetails {
        bestTimes = List.copyOf(bestTimes);
    }

    public static InquiryDetails byCall(String dialled) {
        return of(
                dialled,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static InquiryDetails of(
            String to,
            Optional<String> zip,
            Optional<LocalDate> dateOfBirth,
            Optional<Language> language,
            Optional<String> message,
            Optional<String> forWhom,
            List<String> bestTimes,
            Optional<ConsentGiven> consent) {
        return new InquiryDetails(
                to,
                zip.orElse(null),
                dateOfBirth.orElse(null),
                language.orElse(null),
                message.orElse(null),
                forWhom.orElse(null),
                bestTimes,
                consent.orElse(null));
    }

    /** Message text never reaches a log. */
    @Override
    public String toString() {
        return "InquiryDetails[to=" + to + "]";
    }
}
