package org.careline.webform;

import java.util.Map;
import org.careline.inbox.InquiryFields;
import org.careline.inbox.InquiryParser;

/**
 * How a browser is helped with a field of one line: the keyboard it shows and what it fills in by itself (HTML,
 * "Autofill"; WCAG 2.2, 1.3.5). Its methods are public, for templates call no others.
 *
 * @param type the kind of input
 * @param keyboard what a telephone shows; empty leaves it to the type
 * @param autocomplete what it is about the visitor
 * @param longest characters that can be typed
 * @param hint the id of what is said about it beforehand; empty if nothing is
 */
record FieldLook(String type, String keyboard, String autocomplete, int longest, String hint) {

    private static final int LONGEST_LINE = 254;
    private static final String REACH = "reach";

    private static final FieldLook PLAIN = new FieldLook("text", "", "off", LONGEST_LINE, "");
    private static final Map<String, FieldLook> KNOWN = Map.of(
            InquiryFields.NAME, new FieldLook("text", "", "name", InquiryParser.LONGEST_NAME, ""),
            InquiryFields.PHONE, new FieldLook("tel", "tel", "tel", LONGEST_LINE, REACH),
            InquiryFields.EMAIL, new FieldLook("email", "email", "email", LONGEST_LINE, REACH),
            InquiryFields.ZIP, new FieldLook("text", "numeric", "postal-code", LONGEST_LINE, ""),
            InquiryFields.DATE_OF_BIRTH, new FieldLook("date", "", "bday", LONGEST_LINE, ""),
            InquiryFields.MESSAGE,
                    new FieldLook("text", "", "off", InquiryParser.LONGEST_MESSAGE, "message-hint message-crisis"));

    static FieldLook of(String field) {
        return KNOWN.getOrDefault(field, PLAIN);
    }
}
