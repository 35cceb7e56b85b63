package org.careline.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoredAsText;
import org.careline.store.Versioned;
import org.careline.support.Actors;
import org.careline.support.StoreContext;
import org.springframework.core.ResolvableType;

/** Fills a store through the store's own doors, as many documents at once as they take, and does its due work. */
final class Filling implements AutoCloseable {

    private static final int TOGETHER = 500;
    private static final int PAGE = 200;

    /** Nobody waits for a filling; the application's own budget of two seconds is for those who do. */
    private static final String PATIENTLY = "?timeoutMS=60000";

    private final StoreContext store;
    private final GuardedStore<LeadId, Lead> leads;
    private final GuardedStore<SourceId, Touch> touches;
    private final GuardedStore<String, ContactPointEntry> points;
    private final Instant now = Clock.systemUTC().instant();
    private final Population people = new Population(now);
    private int next;

    Filling(String uri) {
        store = StoreContext.at(
                uri + PATIENTLY, new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new));
        leads = door(LeadId.class, Lead.class);
        touches = door(SourceId.class, Touch.class);
        points = new MongoGuardedStore<>(store.template(), "contactPoints", ContactPointEntry.class, Clock.systemUTC());
    }

    @SuppressWarnings("unchecked")
    private <K, T extends Versioned<K>> GuardedStore<K, T> door(Class<K> id, Class<T> type) {
        return (GuardedStore<K, T>) store.context()
                .getBeanProvider(ResolvableType.forClassWithGenerics(GuardedStore.class, id, type))
                .getObject();
    }

    /** Owned leads with what belongs to each: the inquiry that is done, a touch, two contact points. */
    void fill(int count) {
        IntStream.range(0, (count + TOGETHER - 1) / TOGETHER)
                .map(part -> Math.min(TOGETHER, count - part * TOGETHER))
                .forEach(this::some);
    }

    private void some(int count) {
        List<Integer> numbers = numbers(count);
        List<Lead> some = numbers.stream().map(people::owned).toList();
        List<Touch> theirs = IntStream.range(0, count)
                .mapToObj(index -> people.touch(numbers.get(index), some.get(index)))
                .toList();
        touches.write(theirs);
        leads.write(some);
        points.write(some.stream().flatMap(Population::points).toList());
        store.template()
                .getCollection("inquiries")
                .insertMany(theirs.stream().map(Filling::done).toList());
    }

    /** As much of an inquiry as its indexes hold once it is done. */
    private static Document done(Touch touch) {
        return new Document("_id", touch.id().value())
                .append("rev", 2L)
                .append("receipt", "receipt-of-" + touch.id().value())
                .append("progress", "DONE");
    }

    /** More leads, which somebody may claim. */
    List<String> unowned(int count) {
        List<Lead> some = numbers(count).stream().map(people::unowned).toList();
        leads.write(some);
        return some.stream().map(lead -> lead.id().value()).toList();
    }

    /**
     * Due work as the clockwork does it: promised times that have come near are found and the leads moved up.
     *
     * @return milliseconds for each
     */
    double due(int count) {
        Instant then = now.plus(Duration.ofDays(1));
        leads.write(numbers(count).stream()
                .map(number -> people.promised(number, then))
                .toList());
        LeadRounds rounds = store.bean(LeadRounds.class);
        int moved = 0;
        long start = System.nanoTime();
        List<Lead> waking = rounds.waking(then, PAGE, Actors.TEST);
        while (!waking.isEmpty()) {
            moved += leads.write(waking.stream().map(lead -> lead.ripened(then)).toList())
                    .size();
            waking = rounds.waking(then, PAGE, Actors.TEST);
        }
        double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        if (moved != count) {
            throw new IllegalStateException(moved + " leads were moved up instead of " + count);
        }
        return millis / count;
    }

    private List<Integer> numbers(int count) {
        int first = next;
        next += count;
        return IntStream.range(first, next).boxed().toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
