package org.careline.lead;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the one who asks.
 *
 * @param names every name given, each of which one person can bear beside the others
 * @param points the contact points that lead to this person
 * @param zips the ZIP codes given, which tell in which zones they may be
 * @param language the language asked for; null if none was
 */
public record Person(
        Set<PersonName> names,
        Set<ContactPoint> points,
        Set<String> zips,
        @Nullable Language language) {

    public Person {
        names = Set.copyOf(names);
        points = Set.copyOf(points);
        zips = Set.copyOf(zips);
    }

    /** Whether someone of this name can be this person. A missing name fits everyone. */
    public boolean fits(@Nullable PersonName name) {
        return name == null || names.stream().allMatch(name::fits);
    }

    public boolean fits(Person other) {
        return other.names.stream().allMatch(this::fits);
    }

    /** The fullest name given; null while nobody gave one. */
    public @Nullable PersonName name() {
        return names.stream()
                .max((one, other) -> {
                    int byLength =
                            Integer.compare(one.text().length(), other.text().length());
                    return byLength != 0 ? byLength : one.text().compareTo(other.text());
                })
                .orElse(null);
    }

    Person and(Person other) {
        return new Person(
                union(names, other.names),
                union(points, other.points),
                union(zips, other.zips),
                Optional.ofNullable(language).orElse(other.language));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Where they live is nobody's business in a log. */
    @Override
    public String toString() {
        return "Person[" + names + ", " + points + "]";
    }

    /** The points in a stable order, for pages and answers. */
    public List<ContactPoint> pointsInOrder() {
        return points.stream().sorted(ContactPoint.BY_KEY).toList();
    }
}
