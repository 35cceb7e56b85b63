package org.careline.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.careline.assignment.Grant;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.Versioned;
import org.springframework.stereotype.Component;

/**
 * Writes a batch of decisions: touches, then the room taken in the coordinators' workloads, then leads (losers of merges
 * before the others), then contact points, then the inquiries as done; one bulk each. A decision of which one write did not surely hold gets no further write: its inquiry
 * waits for the next batch. That, and not any lock, is what makes two workers at once harmless.
 */
@Component
final class BatchWriter {

    private final IntakeStores stores;

    BatchWriter(IntakeStores stores) {
        this.stores = stores;
    }

    /** The decisions of which every write held. */
    List<Decision> writeAll(List<Decision> decisions) {
        List<Decision> alive = held(decisions, stores.touches(), Decision::touches);
        alive = charged(alive);
        alive = held(alive, stores.leads(), Decision::losers);
        alive = held(alive, stores.leads(), Decision::leads);
        stores.charges().confirm(given(alive));
        alive = held(alive, stores.points(), Decision::points);
        return held(alive, stores.inquiries(), Decision::inquiries);
    }

    private List<Decision> charged(List<Decision> alive) {
        List<Grant> given = given(alive);
        if (given.isEmpty()) {
            return alive;
        }
        Set<CoordinatorId> charged =
                stores.charges().charge(alive.get(0).sighting().rotation(), given);
        return alive.stream()
                .filter(decision -> decision.given().stream().map(Grant::to).allMatch(charged::contains))
                .toList();
    }

    private static List<Grant> given(List<Decision> decisions) {
        return decisions.stream().flatMap(decision -> decision.given().stream()).toList();
    }

    private static <K, T extends Versioned<K>> List<Decision> held(
            List<Decision> alive, GuardedStore<K, T> store, Function<Decision, ? extends Collection<T>> step) {
        List<T> documents = alive.stream()
                .flatMap(decision -> step.apply(decision).stream())
                .toList();
        if (documents.isEmpty()) {
            return alive;
        }
        Set<K> held = store.write(documents);
        return alive.stream()
                .filter(decision ->
                        step.apply(decision).stream().map(Versioned::id).allMatch(held::contains))
                .toList();
    }
}
