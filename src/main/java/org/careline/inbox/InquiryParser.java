package org.careline.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;

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
    static final String DEFAULT_FORM = "consultation";

    static final int LONGEST_LINE = 254;

    private static final int LONGEST_ATTRIBUTION = 200;

    /** Without these an inquiry is one all the same. */
    private static final Set<String> OPTIONAL = Set.of(
            InquiryFields.ZIP,
            InquiryFields.DATE_OF_BIRTH,
            InquiryFields.LANGUAGE,
            InquiryFields.FOR_WHOM,
            InquiryFields.BEST_TIMES);

    private final String region;
    private final Predicate<PhoneNumber> callable;
    private final DetailsReader details;

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
     * @param callable whether somebody can be called at this number: it is neither the clinic's own nor nobody's
     */
    public InquiryParser(String region, Predicate<String> forms, Predicate<PhoneNumber> callable, Clock clock) {
        this.region = region;
        this.callable = callable;
        this.details = new DetailsReader(forms, clock);
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
        InquiryDetails asked = details.read(text, fields);
        Map<String, String> attribution = attribution(fields.attribution());
        List<FieldFault> faults = text.faults();
        if (faults.stream().allMatch(fault -> dispensable(fault, sender, manner))) {
            List<SetAside> aside = faults.stream()
                    .map(fault -> new SetAside(fault, typed(fields, fault.field())))
                    .toList();
            return new ParsedInquiry.Understood(sender, asked, attribution, aside);
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
        Optional<PersonName> name = text.line(
                InquiryFields.NAME,
                LONGEST_NAME,
                "up to " + LONGEST_NAME + " characters",
                typed -> Optional.of(new PersonName(typed)));
        Optional<PhoneNumber> phone = callable(text);
        Optional<EmailAddress> email = text.line(
                InquiryFields.EMAIL, LONGEST_LINE, "an e-mail address such as name@example.org", EmailAddress::parse);
        boolean tried = text.faulty(InquiryFields.PHONE) || text.faulty(InquiryFields.EMAIL);
        if (phone.isEmpty() && email.isEmpty() && !tried) {
            text.fault(InquiryFields.PHONE, FieldFault.Code.REQUIRED, "one of phone and email");
        }
        return Sender.of(name, phone, email);
    }

    private Optional<PhoneNumber> callable(CheckedText text) {
        Optional<PhoneNumber> phone = text.line(
                InquiryFields.PHONE,
                LONGEST_LINE,
                "a phone number, with + and country code if it is abroad",
                this::phone);
        phone.filter(callable.negate())
                .ifPresent(nobodys -> text.fault(
                        InquiryFields.PHONE,
                        FieldFault.Code.NOT_CALLABLE,
                        "a number at which the person can be called"));
        return phone.filter(callable);
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
