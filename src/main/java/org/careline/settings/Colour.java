package org.careline.settings;

import java.util.HexFormat;

/**
 * An sRGB colour. Contrast is WCAG 2.2's: from 1, no difference, to 21, black on white.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {

    /** What letters need (WCAG 2.2, 1.4.3). */
    public static final double READABLE = 4.5;

    /** What the edge of a field needs (WCAG 2.2, 1.4.11). */
    public static final double VISIBLE = 3;

    private static final Colour BLACK = new Colour(0, 0, 0);
    private static final Colour WHITE = new Colour(255, 255, 255);

    /**
     * Reads {@code #rrggbb}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Colour of(String hex) {
        if (hex.length() != 7 || hex.charAt(0) != '#') {
            throw new IllegalArgumentException("expected #rrggbb");
        }
        int rgb = HexFormat.fromHexDigits(hex, 1, 7);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** How well one of them reads on the other; the order does not matter. */
    public double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Black or white, whichever reads better on this colour: 4.58 at the least. */
    public Colour ink() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /**
     * This colour with some of another one in it.
     *
     * @param percent how much of the other one: 0 is this, 100 is the other
     */
    public Colour mixed(Colour other, int percent) {
        return new Colour(
                mixed(red, other.red, percent), mixed(green, other.green, percent), mixed(blue, other.blue, percent));
    }

    /** Relative luminance: 0 is black, 1 is white. */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static int mixed(int one, int other, int percent) {
        return one + Math.round((other - one) * percent / 100f);
    }

    private static double linear(int channel) {
        double share = channel / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
