package org.careline.inbox;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.careline.contact.Language;
import org.careline.inbox.FieldFault.Code;

/** Reads what a person asks for. */
final class DetailsReader {

    private static final int LONGEST_LINE = InquiryParser.LONGEST_LINE;
    private static final int LONGEST_MESSAGE = InquiryParser.LONGEST_MESSAGE;
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");
    private static final Pattern VERSION = Pattern.compile("[\\w.:-]{1,40}");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final Predicate<String> forms;
    private final Clock clock;

    /** @param forms whether the clinic has a form of this id */
    DetailsReader(Predicate<String> forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    InquiryDetails read(CheckedText text, InquiryFields fields) {
        return InquiryDetails.of(
                form(text),
                text.line(InquiryFields.ZIP, LONGEST_LINE, "a ZIP code of 5 or 9 digits", matching(ZIP)),
                text.line(InquiryFields.DATE_OF_BIRTH, LONGEST_LINE, "a date such as 1990-04-02", this::birthday),
                text.line(InquiryFields.LANGUAGE, LONGEST_LINE, "a language tag such as en or es", Language::parse),
                text.lines(InquiryFields.MESSAGE, LONGEST_MESSAGE, "up to " + LONGEST_MESSAGE + " characters"),
                forWhom(text),
                bestTimes(text, fields.bestTimes()),
                consent(text, Optional.ofNullable(fields.ticked())));
    }

    private String form(CheckedText text) {
        Optional<String> form = text.line(InquiryFields.FORM, LONGEST_LINE, "the id of a form");
        form.filter(forms.negate())
                .ifPresent(none -> text.fault(InquiryFields.FORM, Code.UNKNOWN_VALUE, "the id of a form"));
        return form.orElse(InquiryParser.DEFAULT_FORM);
    }

    private static Optional<String> forWhom(CheckedText text) {
        String expected = "one of " + String.join(", ", InquiryParser.FOR_WHOM);
        Optional<String> chosen = text.line(InquiryFields.FOR_WHOM, LONGEST_LINE, expected);
        Optional<String> known = chosen.filter(InquiryParser.FOR_WHOM::contains);
        if (chosen.isPresent() && known.isEmpty()) {
            text.fault(InquiryFields.FOR_WHOM, Code.UNKNOWN_VALUE, expected);
        }
        return known;
    }

    private static List<String> bestTimes(CheckedText text, List<String> chosen) {
        Set<String> times = new LinkedHashSet<>(chosen);
        times.removeIf(String::isBlank);
        if (!InquiryParser.BEST_TIMES.containsAll(times)) {
            String expected = "any of " + String.join(", ", InquiryParser.BEST_TIMES);
            text.fault(InquiryFields.BEST_TIMES, Code.UNKNOWN_VALUE, expected);
            times.retainAll(InquiryParser.BEST_TIMES);
        }
        return List.copyOf(times);
    }

    private static Optional<ConsentGiven> consent(CheckedText text, Optional<Set<String>> ticked) {
        Optional<String> version =
                text.line(InquiryFields.CONSENT_VERSION, LONGEST_LINE, "a version such as 2026-11", matching(VERSION));
        return ticked.map(boxes -> ConsentGiven.ticked(boxes, version));
    }

    private static Function<String, Optional<String>> matching(Pattern shape) {
        return typed -> Optional.of(typed).filter(value -> shape.matcher(value).matches());
    }

    private Optional<LocalDate> birthday(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            // Somewhere it may already be tomorrow.
            LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
            return Optional.of(day).filter(born -> !born.isBefore(EARLIEST_BIRTH) && !born.isAfter(latest));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
