package org.careline.followup;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.lead.Outcome.Needs;

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
        Optional<Instant> at = said.at();
        Optional<Instant> kept = at.filter(time -> takesTime);
        Optional<String> language = said.language();
        return Stream.of(
                        when(TIME_MISSING, needs == Needs.TIME && at.isEmpty()),
                        when(TIME_NOT_TAKEN, !takesTime && at.isPresent()),
                        when(TIME_PAST, kept.filter(time -> time.isBefore(now)).isPresent()),
                        when(TIME_TOO_FAR, kept.filter(farthest(now)::isBefore).isPresent()),
                        when(
                                LANGUAGE_MISSING,
                                takesLanguage
                                        && language.flatMap(Language::parse).isEmpty()),
                        when(LANGUAGE_NOT_TAKEN, !takesLanguage && language.isPresent()))
                .flatMap(refusals -> refusals)
                .toList();
    }

    private static Stream<ReportFault> when(ReportFault refusal, boolean applies) {
        return applies ? Stream.of(refusal) : Stream.empty();
    }

    private static Instant farthest(Instant now) {
        return now.atZone(ZoneOffset.UTC).plus(FARTHEST).toInstant();
    }
}
