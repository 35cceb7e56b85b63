package org.careline.intake;

import java.util.List;
import java.util.function.Predicate;

/** Carries out the writes of one kind, for a whole batch in one go. */
interface WriteStep<T> {

    WriteKind<T> kind();

    /**
     * Writes them.
     *
     * @param values at least one
     * @return tells of each whether it surely holds now
     */
    Predicate<T> write(List<T> values);

    /** The decisions of which every write of this kind holds; those that have none are among them. */
    default List<Decision> held(List<Decision> alive) {
        List<T> values = alive.stream()
                .flatMap(decision -> decision.all(kind()).stream())
                .toList();
        if (values.isEmpty()) {
            return alive;
        }
        Predicate<T> holds = write(values);
        return alive.stream()
                .filter(decision -> decision.all(kind()).stream().allMatch(holds))
                .toList();
    }
}
