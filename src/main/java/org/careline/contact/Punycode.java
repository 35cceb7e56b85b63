package org.careline.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A label of a domain in the letters of its language as ASCII, and back (RFC 3492). The JDK's {@code IDN} follows the rules
 * of 2003, by which {@code straße} is somebody else's domain; those of 2010 (RFC 5891) leave its letters as they are.
 */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int FIRST_BIAS = 72;
    private static final int BEYOND_ASCII = 128;

    private Punycode() {}

    /** The label in ASCII, without {@code xn--}. */
    static String encoded(String label) {
        StringBuilder out = new StringBuilder();
        label.codePoints().filter(letter -> letter < BEYOND_ASCII).forEach(out::appendCodePoint);
        int plain = out.length();
        if (plain > 0) {
            out.append('-');
        }
        int bias = FIRST_BIAS;
        List<Integer> steps = steps(label.codePoints().toArray(), plain);
        for (int each = 0; each < steps.size(); each++) {
            write(out, steps.get(each), bias);
            bias = adapted(steps.get(each), plain + each + 1, each == 0);
        }
        return out.toString();
    }

    /** How far a decoder has to go from each insertion to the next. */
    private static List<Integer> steps(int[] letters, int plain) {
        List<Integer> steps = new ArrayList<>();
        int from = BEYOND_ASCII;
        int step = 0;
        int[] foreign = Arrays.stream(letters)
                .filter(letter -> letter >= BEYOND_ASCII)
                .sorted()
                .distinct()
                .toArray();
        for (int next : foreign) {
            step += (next - from) * (plain + steps.size() + 1);
            for (int letter : letters) {
                if (letter < next) {
                    step++;
                } else if (letter == next) {
                    steps.add(step);
                    step = 0;
                }
            }
            step++;
            from = next + 1;
        }
        return steps;
    }

    /** The label in its own letters; empty if this is no encoded one. */
    static Optional<String> decoded(String encoded) {
        int plain = Math.max(encoded.lastIndexOf('-'), 0);
        List<Integer> letters = new ArrayList<>();
        encoded.substring(0, plain).chars().forEach(letters::add);
        Numbers numbers = new Numbers(encoded, plain == 0 ? 0 : plain + 1);
        int bias = FIRST_BIAS;
        long next = BEYOND_ASCII;
        long at = 0;
        for (boolean first = true; numbers.more(); first = false) {
            Integer step = numbers.read(bias);
            if (step == null) {
                return Optional.empty();
            }
            int many = letters.size() + 1;
            bias = adapted(step, many, first);
            next += (at + step) / many;
            at = (at + step) % many;
            if (next > Character.MAX_CODE_POINT || Character.getType((int) next) == Character.SURROGATE) {
                return Optional.empty();
            }
            letters.add((int) at++, (int) next);
        }
        return Optional.of(text(letters));
    }

    private static String text(List<Integer> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static void write(StringBuilder out, int number, int bias) {
        int rest = number;
        for (int place = BASE; rest >= threshold(place, bias); place += BASE) {
            int threshold = threshold(place, bias);
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
        out.append(digit(rest));
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int threshold(int place, int bias) {
        return Math.min(Math.max(place - bias, LEAST_THRESHOLD), MOST_THRESHOLD);
    }

    private static int adapted(int step, int many, boolean first) {
        int rest = first ? step / 700 : step / 2;
        rest += rest / many;
        int bias = 0;
        while (rest > (BASE - LEAST_THRESHOLD) * MOST_THRESHOLD / 2) {
            rest /= BASE - LEAST_THRESHOLD;
            bias += BASE;
        }
        return bias + BASE * rest / (rest + 38);
    }

    /** The numbers of variable length behind the letters that are ASCII. */
    private static final class Numbers {

        private final String text;
        private int at;

        Numbers(String text, int at) {
            this.text = text;
            this.at = at;
        }

        boolean more() {
            return at < text.length();
        }

        /** The next one; null if it ends too early, is too great or has something else in it than digits. */
        @Nullable Integer read(int bias) {
            long number = 0;
            long weight = 1;
            for (int place = BASE; at < text.length(); place += BASE) {
                int digit = value(text.charAt(at++));
                number += digit * weight;
                if (digit < 0 || number > Integer.MAX_VALUE) {
                    return null;
                }
                int threshold = threshold(place, bias);
                if (digit < threshold) {
                    return (int) number;
                }
                weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
            }
            return null;
        }

        private static int value(char digit) {
            if (digit >= 'a' && digit <= 'z') {
                return digit - 'a';
            }
            return digit >= '0' && digit <= '9' ? digit - '0' + 26 : -1;
        }
    }
}
