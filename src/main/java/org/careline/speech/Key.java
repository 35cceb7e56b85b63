package org.careline.speech;

/** A key of a caller's phone that means something, and the same in every menu. */
public enum Key {
    CRISIS_LINE("9"),
    CALL_BACK("1"),
    /** Another number, where one was asked for. */
    OTHER_LANGUAGE("2"),
    /** The talk is not recorded; means nothing where none is. */
    DO_NOT_RECORD("3"),
    /** Any other key, none, or something said: the call goes on. */
    NONE("");

    final String digit;

    Key(String digit) {
        this.digit = digit;
    }

    public static Key of(String digits) {
        return switch (digits) {
            case "9" -> CRISIS_LINE;
            case "1" -> CALL_BACK;
            case "2" -> OTHER_LANGUAGE;
            case "3" -> DO_NOT_RECORD;
            default -> NONE;
        };
    }
}
