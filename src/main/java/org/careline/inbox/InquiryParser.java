package org.careline.inbox;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an inquiry, for every door alike, and finds all faults at once (contract.md, "Inquiry in"). */
public final class InquiryParser {

    /** What {@code forWhom} takes. */
    public static final List<String> FOR_WHOM = List.of("self", "other");

    /** What {@code bestTimes} takes. */
    public static final List<String> BEST_TIMES = List.of(
            "weekday-morning",
            "weekday-afternoon",
            "weekday-evening",
            "weekend-morning",
            "weekend-afternoon",
            "weekend-evening");

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_MESSAGE = 4_000;

    /** The form of an inquiry that names none. */
    public static final String DEFAULT_FORM = "consultation";

    private static final int LONGEST_LINE = 254;
    private static final int LONGEST_ATTRIBUTION = 200;
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern VERSION = Pattern.compile("[\\w.:-]{1,40}");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** Without these an inquiry is one all the same. */
    private static final Set<String> OPTIONAL = Set.of(
            InquiryFields.ZIP,
            InquiryFields.DATE_OF_BIRTH,
            InquiryFields.LANGUAGE,
            InquiryFields.FOR_WHOM,
            InquiryFields.BEST_TIMES);

    private final String region;
    private final Predicate<String> forms;
    private final Predicate<PhoneNumber> callable;
    private final Clock clock;

    /** What becomes of a field that cannot be used. */
    public enum Manner {
        /** The sender is a person who can mend it. A number of the clinic beside a good e-mail is set aside. */
        ASKS_AGAIN,
        /** The sender may be a program that reads no answer: what is not needed is set aside. */
        SETS_ASIDE,
        /** The sender wishes to be told of everything. */
        REFUSES
    }

    /**
     * @param region the ISO 3166 country of phone numbers without {@code +}
     * @param forms whether the clinic has a form of this id
     */
    public InquiryParser(String region, Predicate<String> forms, Clock clock) {
        this(region, forms, number -> true, clock);
    }

    /** @param callable whether somebody can be called at this number: it is neither the clinic's own nor nobody's */
    public InquiryParser(String region, Predicate<String> forms, Predicate<PhoneNumber> callable, Clock clock) {
        this.region = region;
        this.forms = forms;
        this.callable = callable;
        this.clock = clock;
    }

    /** The country of numbers that are typed without {@code +}. */
    public String region() {
        return region;
    }

    /** A phone number as people type it here; empty if it is none. */
    public Optional<PhoneNumber> phone(String typed) {
        return PhoneNumber.parse(typed, region);
    }

    /** Reads what a person typed, who is asked again. */
    public ParsedInquiry parse(InquiryFields fields) {
        return parse(fields, List.of(), Manner.ASKS_AGAIN);
    }

    /**
     * Reads the fields.
     *
     * @param known faults that the door found by itself, such as a field of the wrong type
     */
    public ParsedInquiry parse(InquiryFields fields, List<FieldFault> known, Manner manner) {
        CheckedText text = new CheckedText(fields.texts(), known);
        Sender sender = sender(text);
        Request request = request(text, fields);
        Map<String, String> attribution = attribution(fields.attribution());
        List<FieldFault> faults = text.faults();
        if (faults.stream().allMatch(fault -> dispensable(fault, sender, manner))) {
            List<SetAside> aside = faults.stream()
                    .map(fault -> new SetAside(fault, typed(fields, fault.field())))
                    .toList();
            return new ParsedInquiry.Understood(sender, request, attribution, aside);
        }
        return new ParsedInquiry.Faulty(faults);
    }

    private static boolean dispensable(FieldFault fault, Sender sender, Manner manner) {
        boolean otherWay = (fault.field().equals(InquiryFields.PHONE) && sender.email() != null)
                || (fault.field().equals(InquiryFields.EMAIL) && sender.phone() != null);
        return switch (manner) {
            case REFUSES -> false;
            case ASKS_AGAIN -> otherWay && fault.code() == FieldFault.Code.NOT_CALLABLE;
            case SETS_ASIDE -> otherWay || OPTIONAL.contains(fault.field());
        };
    }

    private static String typed(InquiryFields fields, String field) {
        String all = field.equals(InquiryFields.BEST_TIMES)
                ? String.join(", ", fields.bestTimes())
                : fields.texts().getOrDefault(field, "");
        return CheckedText.bounded(all, LONGEST_LINE);
    }

    private Sender sender(CheckedText text) {
        PersonName name = text.line(
                InquiryFields.NAME,
                LONGEST_NAME,
                "up to " + LONGEST_NAME + " characters",
                typed -> Optional.of(new PersonName(typed)));
        PhoneNumber phone = callable(
                text,
                text.line(
                        InquiryFields.PHONE,
                        LONGEST_LINE,
                        "a phone number, with + and country code if it is abroad",
                        this::phone));
        EmailAddress email = text.line(
                InquiryFields.EMAIL, LONGEST_LINE, "an e-mail address such as name@example.org", EmailAddress::parse);
        boolean tried = text.faulty(InquiryFields.PHONE) || text.faulty(InquiryFields.EMAIL);
        if (phone == null && email == null && !tried) {
            text.fault(InquiryFields.PHONE, FieldFault.Code.REQUIRED, "one of phone and email");
        }
        return new Sender(name, phone, email);
    }

    private @Nullable PhoneNumber callable(CheckedText text, @Nullable PhoneNumber phone) {
        if (phone == null || callable.test(phone)) {
            return phone;
        }
        text.fault(InquiryFields.PHONE, FieldFault.Code.NOT_CALLABLE, "a number at which the person can be called");
        return null;
    }

    private Request request(CheckedText text, InquiryFields fields) {
        String form = text.line(InquiryFields.FORM, LONGEST_LINE, "the id of a form");
        if (form != null && !forms.test(form)) {
            text.fault(InquiryFields.FORM, FieldFault.Code.UNKNOWN_VALUE, "the id of a form");
        }
        return new Request(
                form == null ? DEFAULT_FORM : form,
                text.line(InquiryFields.ZIP, LONGEST_LINE, "a ZIP code of 5 or 9 digits", matching(ZIP)),
                text.line(InquiryFields.DATE_OF_BIRTH, LONGEST_LINE, "a date such as 1990-04-02", this::birthday),
                text.line(InquiryFields.LANGUAGE, LONGEST_LINE, "a language tag such as en or es", this::language),
                text.lines(InquiryFields.MESSAGE, LONGEST_MESSAGE, "up to " + LONGEST_MESSAGE + " characters"),
                forWhom(text),
                bestTimes(text, fields.bestTimes()),
                consent(text, fields.ticked()));
    }

    private static @Nullable String forWhom(CheckedText text) {
        String expected = "one of " + String.join(", ", FOR_WHOM);
        String chosen = text.line(InquiryFields.FOR_WHOM, LONGEST_LINE, expected);
        if (chosen != null && !FOR_WHOM.contains(chosen)) {
            text.fault(InquiryFields.FOR_WHOM, FieldFault.Code.UNKNOWN_VALUE, expected);
            return null;
        }
        return chosen;
    }

    private static List<String> bestTimes(CheckedText text, List<String> chosen) {
        Set<String> times = new LinkedHashSet<>(chosen);
        times.removeIf(String::isBlank);
        if (!BEST_TIMES.containsAll(times)) {
            String expected = "any of " + String.join(", ", BEST_TIMES);
            text.fault(InquiryFields.BEST_TIMES, FieldFault.Code.UNKNOWN_VALUE, expected);
            times.retainAll(BEST_TIMES);
        }
        return List.copyOf(times);
    }

    private static @Nullable ConsentGiven consent(CheckedText text, @Nullable Set<String> ticked) {
        String version =
                text.line(InquiryFields.CONSENT_VERSION, LONGEST_LINE, "a version such as 2026-11", matching(VERSION));
        return ticked == null
                ? null
                : new ConsentGiven(
                        ticked.contains("call"),
                        ticked.contains("text"),
                        ticked.contains("voicemail"),
                        ticked.contains("marketing"),
                        version);
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

    private Optional<String> language(String typed) {
        return Optional.of(typed)
                .filter(tag -> LANGUAGE.matcher(tag).matches())
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag());
    }

    private static Map<String, String> attribution(Map<String, String> given) {
        Map<String, String> kept = new TreeMap<>();
        for (String key : InquiryFields.ATTRIBUTION_KEYS) {
            String value = CheckedText.bounded(Objects.requireNonNullElse(given.get(key), ""), LONGEST_ATTRIBUTION);
            if (!value.isEmpty()) {
                kept.put(key, value);
            }
        }
        return kept;
    }
}
