package org.careline.contact;

import java.util.regex.Pattern;

/**
 * Text without the characters that nobody sees and that make it look like another: marks of direction, blanks without
 * width, soft hyphens, byte order marks, fillers (Unicode category Cf and its kin). They come with a paste more often than
 * with a purpose, and are read as if they were not there.
 */
public final class VisibleText {

    /** Scripts in whose words a joiner or a non-joiner changes what is seen (Unicode core specification, §23.2). */
    private static final String JOINING =
            "[\\p{IsArabic}\\p{IsSyriac}\\p{IsNko}\\p{IsMongolian}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}"
                    + "\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}"
                    + "\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}]";

    /** Behind a letter, its marks if it has any, and before another; or behind the sign that ends a Malayalam word. */
    private static final String NEEDED =
            "(?<=" + JOINING + "\\p{Mn}{0,3})[\\u200c\\u200d](?=" + JOINING + ")|(?<=\\u0d4d)\\u200d";

    /** Fillers and choosers of a glyph are no format characters by category, but as invisible as those. */
    private static final String UNSEEN =
            "[\\p{Cf}\\x{80}-\\x{84}\\x{86}-\\x{9f}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0"
                    + "\\ufe00-\\ufe0f]|(?<!\\p{IsHan})[\\x{e0100}-\\x{e01ef}]";

    private static final Pattern IN_A_LINE = Pattern.compile("(?!" + NEEDED + ")(?:" + UNSEEN + ")");
    private static final Pattern IN_LINES = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private VisibleText() {}

    /** A name, an address or another short text. Joiners stay between letters of scripts that need them. */
    public static String line(String typed) {
        return IN_A_LINE.matcher(typed).replaceAll("");
    }

    /** What somebody wrote: nothing in it turns the direction of what stands around it; every word stays. */
    public static String lines(String typed) {
        return IN_LINES.matcher(typed).replaceAll("");
    }
}
