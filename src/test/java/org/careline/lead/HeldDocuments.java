package org.careline.lead;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.careline.store.Versioned;

/** Documents in memory, written as the store writes them; it can be made to lose guards, to hide answers and to be away. */
final class HeldDocuments<K, T extends Versioned<K>> implements GuardedStore<K, T> {

    final List<String> asked = new ArrayList<>();
    private final String name;
    private final UnaryOperator<T> written;
    private final Map<K, T> held = new HashMap<>();
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    private boolean answersLost;
    private boolean away;

    /** @param written the same document with a revision more */
    HeldDocuments(String name, UnaryOperator<T> written) {
        this.name = name;
        this.written = written;
    }

    static HeldDocuments<LeadId, Lead> ofLeads(Lead... stored) {
        HeldDocuments<LeadId, Lead> leads = new HeldDocuments<>("leads", HeldDocuments::more);
        List.of(stored).forEach(lead -> leads.held.put(lead.id(), more(lead)));
        return leads;
    }

    static HeldDocuments<ActId, CoordinatorAct> ofActs() {
        return new HeldDocuments<>(
                "acts",
                act -> new CoordinatorAct(
                        act.id(),
                        act.rev() + 1,
                        act.leadId(),
                        act.at(),
                        act.by(),
                        act.what(),
                        act.detail(),
                        act.note(),
                        act.why()));
    }

    private static Lead more(Lead lead) {
        return lead.at(lead.rev() + 1);
    }

    /** Somebody else is quicker at the next write that is not spoken for yet. */
    void meanwhile(Runnable others) {
        beforeWrites.add(others);
    }

    /** From now on writes hold, and nobody is told so. */
    void losesAnswers() {
        answersLost = true;
    }

    void isAway() {
        away = true;
    }

    Collection<T> all() {
        return held.values();
    }

    T get(K id) {
        T found = held.get(id);
        if (found == null) {
            throw new AssertionError("No " + id + " in " + name);
        }
        return found;
    }

    @Override
    public Map<K, T> find(Collection<K> ids) {
        asked.add("find");
        answer();
        Map<K, T> found = new HashMap<>(held);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public Set<K> write(Collection<T> documents) {
        asked.add("write");
        answer();
        Runnable others = beforeWrites.poll();
        if (others != null) {
            others.run();
        }
        Set<K> done = new HashSet<>();
        for (T document : documents) {
            T before = held.get(document.id());
            if ((before == null ? 0 : before.rev()) == document.rev()) {
                held.put(document.id(), written.apply(document));
                done.add(document.id());
            }
        }
        return answersLost ? Set.of() : done;
    }

    private void answer() {
        if (away) {
            throw new StoreUnavailable("use " + name);
        }
    }
}
