package org.careline.lead;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The identity of a lead: 24 hexadecimal digits, a function of the message that made it, so that two workers who decide
 * the same message make the same lead.
 *
 * @param value the digits
 */
public record LeadId(String value) implements Comparable<LeadId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{24}");

    public LeadId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A lead id is 24 hexadecimal digits");
        }
    }

    /** The lead that this message makes, if it makes one. */
    public static LeadId madeBy(SourceId source) {
        return new LeadId(HexFormat.of().formatHex(DigestUtils.sha256(source.value()), 0, 12));
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(LeadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
