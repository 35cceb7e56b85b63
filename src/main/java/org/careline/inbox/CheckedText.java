package org.careline.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.careline.contact.VisibleText;

/** Reads one text after the other and gathers what is wrong with them. */
final class CheckedText {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private final Map<String, String> texts;
    private final List<FieldFault> faults;

    CheckedText(Map<String, String> texts, List<FieldFault> known) {
        this.texts = texts;
        this.faults = new ArrayList<>(known);
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    void fault(String field, FieldFault.Code code, String expected) {
        faults.add(new FieldFault(field, code, expected));
    }

    /** The line of text in a field, as it is seen, its white space folded; empty if it is missing, blank, faulty or too long. */
    Optional<String> line(String field, int longest, String expected) {
        String seen = VisibleText.line(whole(texts.getOrDefault(field, "")));
        String text = BLANK.matcher(seen).replaceAll(" ").strip();
        if (text.length() > longest) {
            fault(field, FieldFault.Code.TOO_LONG, expected);
            return Optional.empty();
        }
        if (CONTROL.matcher(text).find()) {
            fault(field, FieldFault.Code.INVALID, expected);
            return Optional.empty();
        }
        return given(text);
    }

    /** The same, read by a rule that may find it unreadable. */
    <T> Optional<T> line(String field, int longest, String expected, Function<String, Optional<T>> rule) {
        Optional<String> text = line(field, longest, expected);
        Optional<T> read = text.flatMap(rule);
        if (text.isPresent() && read.isEmpty()) {
            fault(field, FieldFault.Code.INVALID, expected);
        }
        return read;
    }

    /** Lines of text; a control character that came with a paste is dropped, for it is no reason to turn anyone away. */
    Optional<String> lines(String field, int longest, String expected) {
        String seen = VisibleText.lines(whole(texts.getOrDefault(field, "")));
        String typed = LINE_END.matcher(seen).replaceAll("\n");
        String text = CONTROL_BUT_LINES.matcher(typed).replaceAll("").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            fault(field, FieldFault.Code.TOO_LONG, expected);
            return Optional.empty();
        }
        return given(text);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** A value that nobody may rely on: cut, freed of control characters and of what nobody sees. */
    static String bounded(String untrusted, int longest) {
        String text = CONTROL.matcher(VisibleText.line(whole(untrusted)))
                .replaceAll("")
                .strip();
        return text.length() <= longest ? text : whole(text.substring(0, longest));
    }

    /** Half a surrogate pair is no character and has no place in a document. */
    private static String whole(String text) {
        return HALF_CHARACTER.matcher(text).replaceAll("\ufffd");
    }
}
