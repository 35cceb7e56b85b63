package org.careline.followup;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.staff.WeekPeriod;

/**
 * The parts of a week in which somebody said that they are well reached, by the clock where they are.
 *
 * @param parts none if they named none
 */
public record GoodTimes(Set<Part> parts) {

    static final GoodTimes NONE = new GoodTimes(Set.of());

    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** A part of the week. Together they are the hours in which the law of any place lets people be called. */
    enum Part {
        WEEKDAY_MORNING(false, "08:00", "12:00"),
        WEEKDAY_AFTERNOON(false, "12:00", "17:00"),
        WEEKDAY_EVENING(false, "17:00", "21:00"),
        WEEKEND_MORNING(true, "08:00", "12:00"),
        WEEKEND_AFTERNOON(true, "12:00", "17:00"),
        WEEKEND_EVENING(true, "17:00", "21:00");

        @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
        private final WeekPeriod period;

        Part(boolean weekend, String from, String to) {
            EnumSet<DayOfWeek> days = EnumSet.copyOf(WEEKEND);
            this.period = new WeekPeriod(List.copyOf(weekend ? days : EnumSet.complementOf(days)), from, to);
        }

        /** As inquiries name it: {@code weekday-morning}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Part> of(String word) {
            return Stream.of(values()).filter(part -> part.word().equals(word)).findFirst();
        }
    }

    public GoodTimes {
        parts = parts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(parts));
    }

    /** @param words as inquiries name them; a word that is none says nothing */
    public static GoodTimes named(Collection<String> words) {
        return new GoodTimes(
                words.stream().flatMap(word -> Part.of(word).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    List<WeekPeriod> hours() {
        return parts.stream().sorted().map(part -> part.period).toList();
    }

    String inWords() {
        return parts.stream().sorted().map(Part::word).collect(Collectors.joining(" "));
    }
}
