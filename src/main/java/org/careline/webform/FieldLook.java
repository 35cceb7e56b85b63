package org.careline.webform;

import java.util.Map;
import org.careline.intake.InquiryFields;

/** How a browser is helped with a field: the keyboard it shows and what it fills in by itself (HTML, "Autofill"). */
final class FieldLook {

    private static final Map<String, String> TYPES = Map.of(
            InquiryFields.PHONE, "tel",
            InquiryFields.EMAIL, "email",
            InquiryFields.DATE_OF_BIRTH, "date");

    private static final Map<String, String> AUTOCOMPLETE = Map.of(
            InquiryFields.NAME, "name",
            InquiryFields.PHONE, "tel",
            InquiryFields.EMAIL, "email",
            InquiryFields.ZIP, "postal-code",
            InquiryFields.DATE_OF_BIRTH, "bday");

    private FieldLook() {}

    static String type(String field) {
        return TYPES.getOrDefault(field, "text");
    }

    static String autocomplete(String field) {
        return AUTOCOMPLETE.getOrDefault(field, "off");
    }
}
