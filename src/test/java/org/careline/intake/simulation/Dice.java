package org.careline.intake.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a history, from one seed. */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 up to, not including, {@code bound}. */
    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The same things in any order. */
    public <T> List<T> shuffled(Collection<T> all) {
        List<T> rest = new ArrayList<>(all);
        for (int last = rest.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            T moved = rest.get(other);
            rest.set(other, rest.get(last));
            rest.set(last, moved);
        }
        return rest;
    }
}
