package org.careline.intake.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.careline.intake.simulation.Watcher.Circumstance;
import org.careline.store.GuardedStore;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one kind in memory. It can insert by id and replace by revision, each atomic by itself, and nothing else: a
 * bulk is its single writes in any order, between any two of which others come in and the writer may die; what was sent
 * by then may land later or never. A read of several documents is no snapshot either.
 *
 * @param <K> their id
 * @param <T> the kind
 */
public class SimulatedStore<K extends Comparable<K>, T extends Versioned<K>> implements GuardedStore<K, T> {

    private static final int A_SLEEP = 60;

    private final String kind;
    private final Stage stage;
    private final Weather weather;
    private final Watcher watcher;
    private final Map<K, T> documents = new TreeMap<>();

    public SimulatedStore(String kind, Stage stage, Weather weather, Watcher watcher) {
        this.kind = kind;
        this.stage = stage;
        this.weather = weather;
        this.watcher = watcher;
    }

    @Override
    public Map<K, T> find(Collection<K> ids) {
        reached("read " + kind);
        Map<K, T> found = new HashMap<>();
        for (K id : stage.dice().shuffled(new TreeSet<>(ids))) {
            reached("read " + kind);
            T document = documents.get(id);
            if (document != null) {
                found.put(id, document);
            }
        }
        stage.tell(() -> stage.who() + " reads " + kind + ": " + described(found.values()));
        return found;
    }

    @Override
    public Set<K> write(Collection<T> changed) {
        reached("write " + kind);
        Map<K, T> byId = new TreeMap<>();
        changed.forEach(document -> byId.put(document.id(), document));
        Violation.unless(byId.size() == changed.size(), "no document twice in a bulk", described(changed));
        List<T> bulk = stage.dice().shuffled(byId.values());
        boolean lost = weather.losesThisAnswer();
        int until = lost ? stage.dice().upTo(bulk.size() + 1) : bulk.size();
        Set<K> held = writeUpTo(until, bulk);
        if (lost) {
            mayLandLater(bulk.subList(until, bulk.size()));
            stage.tell(() -> stage.who() + " gets no answer");
            throw Weather.unavailable("write " + kind);
        }
        return held;
    }

    private Set<K> writeUpTo(int until, List<T> bulk) {
        Set<K> held = new HashSet<>();
        int began = stage.step();
        for (int index = 0; index < until; index++) {
            try {
                reached("write " + kind);
            } catch (RuntimeException | Killed cut) {
                mayLandLater(bulk.subList(index, bulk.size()));
                throw cut;
            }
            boolean late = stage.step() - began > A_SLEEP;
            if (applied(bulk.get(index), late ? Circumstance.AFTER_A_SLEEP : Circumstance.AT_ONCE)) {
                held.add(bulk.get(index).id());
            }
        }
        return held;
    }

    private void mayLandLater(List<T> sent) {
        if (!sent.isEmpty() && stage.dice().oneIn(2)) {
            List<T> underWay = List.copyOf(sent);
            stage.enter(
                    "what was sent",
                    "the net",
                    () -> underWay.forEach(document -> {
                        stage.pass();
                        applied(document, Circumstance.GIVEN_UP);
                    }));
        }
    }

    private boolean applied(T document, Circumstance how) {
        T before = documents.get(document.id());
        boolean holds = document.rev() == (before == null ? 0 : before.rev());
        stage.tell(() -> stage.who() + (holds ? " writes " : " loses its guard on ") + kind + ": "
                + described(List.of(document)));
        if (holds) {
            T after = Revisions.next(document);
            documents.put(after.id(), after);
            watcher.written(before, after, how);
        }
        return holds;
    }

    private void reached(String doing) {
        stage.pass();
        weather.mustBeUp(doing);
    }

    private String described(Collection<T> some) {
        return some.isEmpty() ? "nothing" : some.stream().map(stage::described).collect(Collectors.joining("; "));
    }

    /** A call of another kind that reads this store. */
    protected void asked() {
        reached("ask " + kind);
    }

    /** What is stored now, for those who look from outside the play. */
    public Collection<T> all() {
        return List.copyOf(documents.values());
    }

    public @Nullable T now(K id) {
        return documents.get(id);
    }
}
