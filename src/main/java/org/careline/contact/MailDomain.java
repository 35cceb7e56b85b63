package org.careline.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A domain in the letters of its language and in those of the wire (IDNA, RFC 5890): one domain, one spelling. */
final class MailDomain {

    private static final String ENCODED = "xn--";
    private static final int LONGEST_LABEL = 63;
    private static final Pattern DOT = Pattern.compile("[.\\u3002]");
    private static final Pattern LABEL =
            Pattern.compile("(?!-)[a-z0-9\\-[^\\p{ASCII}\\p{Z}\\p{Cc}\\p{Co}\\p{Cs}]]{1,63}(?<!-)");

    private MailDomain() {}

    /**
     * The one spelling, in ASCII; empty if this can be no domain of a mail server.
     *
     * @param typed in lower case and in compatible letters (NFKC)
     */
    static Optional<String> ascii(String typed) {
        List<String> labels = new ArrayList<>();
        for (String label : DOT.split(typed, -1)) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
            boolean plain = label.chars().allMatch(letter -> letter < 128);
            labels.add(plain ? label : ENCODED + Punycode.encoded(label));
        }
        boolean possible = labels.size() > 1 && labels.stream().allMatch(label -> label.length() <= LONGEST_LABEL);
        return possible ? Optional.of(String.join(".", labels)) : Optional.empty();
    }

    /** In its own letters, as far as it can be read. */
    static String inItsLetters(String ascii) {
        return Arrays.stream(DOT.split(ascii))
                .map(label -> label.startsWith(ENCODED)
                        ? Punycode.decoded(label.substring(ENCODED.length())).orElse(label)
                        : label)
                .collect(Collectors.joining("."));
    }
}
