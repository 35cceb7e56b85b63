package org.careline.webform;

import java.util.List;
import java.util.Map;
import org.careline.inbox.FieldFault;
import org.careline.inbox.InquiryFields;
import org.careline.inbox.InquiryParser;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in words and with the way to where it is mended. Its methods are public, for templates call no
 * others.
 *
 * @param faults what was found
 * @param asked the fields that the form asks, in their order
 */
record FaultSummary(List<FieldFault> faults, List<String> asked) {

    /** Of several inputs with one name the first has the focus. */
    private static final Map<String, String> FIRST_OF_SEVERAL = Map.of(
            InquiryFields.FOR_WHOM, InquiryFields.FOR_WHOM + "-" + InquiryParser.FOR_WHOM.get(0),
            InquiryFields.BEST_TIMES, InquiryFields.BEST_TIMES + "-" + InquiryParser.BEST_TIMES.get(0));

    private static final List<String> WAYS_BACK = List.of(InquiryFields.PHONE, InquiryFields.EMAIL);

    /**
     * A line of the summary.
     *
     * @param input the id of the input to go to
     * @param words the key of what is said
     */
    record Line(String input, String words) {}

    public List<Line> lines() {
        return faults.stream()
                .map(fault -> new Line(input(fault.field()), words(fault)))
                .distinct()
                .toList();
    }

    /** The key of the words for a field's fault; null if nothing is wrong with it. */
    public @Nullable String of(String field) {
        return faults.stream()
                .filter(fault -> place(fault.field()).equals(field))
                .findFirst()
                .map(FaultSummary::words)
                .orElse(null);
    }

    private String input(String field) {
        String place = place(field);
        return FIRST_OF_SEVERAL.getOrDefault(place, place);
    }

    /** The field where a fault is mended: its own or, if the form does not ask that, the first way back to the person. */
    private String place(String field) {
        return asked.contains(field)
                ? field
                : asked.stream().filter(WAYS_BACK::contains).findFirst().orElse(asked.get(0));
    }

    private static String words(FieldFault fault) {
        return switch (fault.code()) {
            case REQUIRED -> "webform.fault.required";
            case NOT_CALLABLE -> "webform.fault.phone.other";
            default -> "webform.fault." + (InquiryFields.TEXTS.contains(fault.field()) ? fault.field() : "other");
        };
    }
}
