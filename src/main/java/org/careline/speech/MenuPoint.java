package org.careline.speech;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a caller is when they can press a key. Its text stands in the addresses of our TwiML. */
public sealed interface MenuPoint {

    String text();

    /** One that is the same in every call. */
    enum Fixed implements MenuPoint {
        /** They are greeted; the first phone rings next. */
        GREETING,
        /** They are told that they are not recorded; the first phone rings next. */
        UNRECORDED,
        /** They are told how to leave a message; the tone comes next. */
        MESSAGE,
        /** The same, instead of a call back that could not be promised. */
        MESSAGE_INSTEAD,
        /** They are said goodbye to. */
        GOODBYE;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A phone has rung, and the next one is about to. */
    record NextRing(PlanPosition place) implements MenuPoint {

        @Override
        public String text() {
            return place.text();
        }
    }

    /**
     * They are promised a call back.
     *
     * @param entered how many numbers they have entered for it
     */
    record CalledBack(int entered) implements MenuPoint {

        private static final Pattern TEXT = Pattern.compile("called-back-(\\d)");

        @Override
        public String text() {
            return "called-back-" + entered;
        }

        private static Optional<MenuPoint> of(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches() ? Optional.of(new CalledBack(Integer.parseInt(parts.group(1)))) : Optional.empty();
        }
    }

    /** What {@link #text} gave; empty for anything else. */
    static Optional<MenuPoint> read(String text) {
        Stream<MenuPoint> fixed = Arrays.stream(Fixed.values());
        return fixed.filter(node -> node.text().equals(text))
                .findFirst()
                .or(() -> PlanPosition.read(text).map(NextRing::new))
                .or(() -> CalledBack.of(text));
    }
}
