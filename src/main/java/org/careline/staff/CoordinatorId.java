package org.careline.staff;

import java.util.regex.Pattern;

/**
 * The id of a coordinator, as the clinic's files and the API name them.
 *
 * @param value lower-case letters, digits and hyphens, at most 40; begins with a letter
 */
public record CoordinatorId(String value) implements Comparable<CoordinatorId> {

    static final String FORM = "[a-z][a-z0-9-]{0,39}";
    private static final Pattern ONE = Pattern.compile(FORM);

    public CoordinatorId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A coordinator's id is lower-case letters, digits and hyphens");
        }
    }

    public static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }

    @Override
    public int compareTo(CoordinatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
