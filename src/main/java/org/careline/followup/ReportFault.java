package org.careline.followup;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.lead.Outcome.Needs;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a report. */
public enum ReportFault {
    TIME_MISSING("at", "the time that was named, such as 2026-11-24T15:00:00Z"),
    TIME_PAST("at", "a time that is not over"),
    TIME_TOO_FAR("at", "a time within a year"),
    /** Else a promise could be lost unseen. */
    TIME_NOT_TAKEN("at", "no time, for this outcome keeps none"),
    LANGUAGE_MISSING("language", "the language needed, as a tag such as es"),
    LANGUAGE_NOT_TAKEN("language", "no language, for this outcome keeps none");

    private static final Period FARTHEST = Period.ofYears(1);

    private final String field;
    private final String expected;

    ReportFault(String field, String expected) {
        this.field = field;
        this.expected = expected;
    }

    /** The part of the report. */
    public String field() {
        return field;
    }

    /** What should be there instead. */
    public String expected() {
        return expected;
    }

    /** Everything that is wrong; empty if the report can be taken. */
    static List<ReportFault> of(AttemptReport said, Instant now) {
        Needs needs = said.outcome().needs();
        boolean takesTime = needs == Needs.TIME || needs == Needs.PERHAPS_TIME;
        boolean takesLanguage = needs == Needs.LANGUAGE;
        return Stream.of(
                        when(TIME_MISSING, needs == Needs.TIME && said.at() == null),
                        when(TIME_NOT_TAKEN, !takesTime && said.at() != null),
                        when(TIME_PAST, takesTime && is(said.at(), at -> at.isBefore(now))),
                        when(TIME_TOO_FAR, takesTime && is(said.at(), farthest(now)::isBefore)),
                        when(
                                LANGUAGE_MISSING,
                                takesLanguage
                                        && !is(
                                                said.language(),
                                                tag -> Language.parse(tag).isPresent())),
                        when(LANGUAGE_NOT_TAKEN, !takesLanguage && said.language() != null))
                .flatMap(refusals -> refusals)
                .toList();
    }

    private static Stream<ReportFault> when(ReportFault refusal, boolean applies) {
        return applies ? Stream.of(refusal) : Stream.empty();
    }

    private static <T> boolean is(@Nullable T value, Predicate<T> so) {
        return value != null && so.test(value);
    }

    private static Instant farthest(Instant now) {
        return now.atZone(ZoneOffset.UTC).plus(FARTHEST).toInstant();
    }
}
