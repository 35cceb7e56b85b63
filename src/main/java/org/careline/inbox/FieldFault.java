package org.careline.inbox;

/**
 * What is wrong with one field of what was sent. It never repeats what was typed.
 *
 * @param field the field's name, with a dot into an object: {@code consent.version}
 * @param code the kind of fault
 * @param expected what the field takes, for the person who writes the sender's program
 */
public record FieldFault(String field, Code code, String expected) {

    /** The kinds of fault. */
    public enum Code {
        REQUIRED("required", "This is needed."),
        INVALID("invalid", "The value cannot be read."),
        TOO_LONG("too_long", "The value is too long."),
        UNKNOWN_VALUE("unknown_value", "There is no such value."),
        UNKNOWN_FIELD("unknown_field", "There is no such field."),
        WRONG_TYPE("wrong_type", "The value is of another type."),
        NOT_CALLABLE("not_callable", "This number is the clinic's own, or one that nobody can be called at."),
        REUSED("reused", "The key was used before with other fields; send a fresh one.");

        private final String word;
        private final String sentence;

        Code(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** The word of the public API. */
        public String word() {
            return word;
        }

        /** One sentence in English. */
        public String sentence() {
            return sentence;
        }
    }
}
