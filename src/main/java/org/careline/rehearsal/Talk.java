package org.careline.rehearsal;

/** Two lines that are bridged. */
final class Talk {

    final Line one;
    final Line two;
    boolean over;

    Talk(Line one, Line two) {
        this.one = one;
        this.two = two;
    }

    Line other(Line line) {
        return line == one ? two : one;
    }

    boolean ends() {
        return over || one.hungUp || two.hungUp || one.redirect.isPresent() || two.redirect.isPresent();
    }
}
