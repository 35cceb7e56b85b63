package org.careline.lead;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.StoreBoundary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads leads and touches in MongoDB, each method in a small fixed number of round trips. */
@Component
final class MongoLeadBook implements LeadBook {

    private static final Logger LOG = LoggerFactory.getLogger(MongoLeadBook.class);

    /** A reader is told within a second that the store does not answer (contract.md, "Paths"). */
    private static final long BUDGET_MS = 800;

    /** A fault of ours is reported, not measured: more than this many are not counted. */
    private static final int ENOUGH = 1_000;

    /** So many half merges are looked through; the sweep leaves none older than a minute. */
    private static final int HALVES = 100;

    private static final String ID = "_id";
    private static final String JOINING = "family.joining";
    private static final String LISTED = "listed";
    private static final String PLACE = "next.place";
    private static final String OWNER = "ownership.owner";
    private static final String STAGE = "work.stage";
    private static final List<String> OPEN_STAGES = Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.CLOSED)
            .map(Stage::name)
            .toList();
    private static final Comparator<Touch> BY_TIME =
            Comparator.comparing(Touch::at).thenComparing(Touch::id);

    private static final Comparator<CoordinatorAct> ACTS_BY_TIME =
            Comparator.comparing(CoordinatorAct::at).thenComparing(CoordinatorAct::id);

    private final MongoTemplate store;
    private final GuardedStore<LeadId, Lead> guarded;

    MongoLeadBook(MongoTemplate store, GuardedStore<LeadId, Lead> guarded) {
        this.store = store;
        this.guarded = guarded;
    }

    @Override
    public Map<LeadId, Lead> stored(Collection<LeadId> ids, Actor reader) {
        LOG.debug("{} reads {}", reader, ids);
        return guarded.find(ids);
    }

    @Override
    public Optional<LeadWithHistory> find(LeadId id, Actor reader) {
        return asking("find a lead", reader, () -> {
            Set<LeadId> way = new HashSet<>();
            return roots(Set.of(id), way).stream().findFirst().map(root -> file(root, way));
        });
    }

    /** The touches keep the id of the lead that they were decided for, so all that were merged are asked for. */
    private LeadWithHistory file(Lead root, Set<LeadId> way) {
        Set<LeadId> family = new HashSet<>(way);
        family.addAll(root.merge().members());
        family.addAll(joining(root));
        Bson theirs = Filters.in("leadId", texts(family));
        List<Touch> touches =
                read(Touch.class, collection(LeadDocuments.TOUCHES).find(theirs));
        Map<ActId, CoordinatorAct> acts = new HashMap<>();
        read(CoordinatorAct.class, collection(LeadDocuments.ACTS).find(theirs)).forEach(act -> acts.put(act.id(), act));
        root.work().act().ifPresent(last -> acts.putIfAbsent(last.id(), last));
        return new LeadWithHistory(
                root,
                touches.stream().sorted(BY_TIME).toList(),
                acts.values().stream().sorted(ACTS_BY_TIME).toList());
    }

    /** Those that are frozen for it and that it does not list yet, with all that they list: what they hold is its own. */
    private Set<LeadId> joining(Lead root) {
        Set<LeadId> joining = new HashSet<>();
        FindIterable<Document> halves = leads().find(Filters.eq(JOINING, true)).limit(HALVES);
        for (Lead half : read(Lead.class, halves)) {
            if (half.merge().winner().equals(Optional.of(root.id()))) {
                joining.add(half.id());
                joining.addAll(half.merge().members());
            }
        }
        return joining;
    }

    @Override
    public List<Lead> living(Collection<LeadId> ids, Actor reader) {
        return asking(
                "find leads",
                reader,
                () -> roots(ids, new HashSet<>()).stream().sorted(Lead.BY_AGE).toList());
    }

    /** Follows {@code mergedInto} up, all of one generation at once; {@code way} takes every lead that was met. */
    private Collection<Lead> roots(Collection<LeadId> ids, Set<LeadId> way) {
        Map<LeadId, Lead> roots = new TreeMap<>();
        Set<LeadId> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            way.addAll(wanted);
            List<Lead> met = read(Lead.class, leads().find(Filters.in(ID, texts(wanted))));
            met.stream().filter(lead -> !lead.merged()).forEach(lead -> roots.put(lead.id(), lead));
            wanted = new HashSet<>(
                    met.stream().flatMap(lead -> lead.merge().winner().stream()).toList());
            wanted.removeAll(way);
        }
        return roots.values();
    }

    @Override
    public List<Lead> byAge(@Nullable Stage stage, @Nullable String after, int limit, Actor reader) {
        Bson later = later(LISTED, after);
        Bson wanted = stage == null ? later : Filters.and(Filters.eq(STAGE, stage.name()), later);
        return asking("list leads", reader, () -> page(wanted, LISTED, limit));
    }

    @Override
    public List<Lead> queue(@Nullable String after, int limit, Actor reader) {
        Bson later = later(PLACE, after);
        return asking("read the queue", reader, () -> page(later, PLACE, limit));
    }

    @Override
    public List<Lead> byOwner(
            CoordinatorId owner, @Nullable Stage stage, @Nullable String after, int limit, Actor reader) {
        Bson later = later(LISTED, after);
        Bson wanted = stage == null
                ? Filters.and(Filters.eq(OWNER, owner.value()), later)
                : Filters.and(Filters.eq(OWNER, owner.value()), Filters.eq(STAGE, stage.name()), later);
        return asking("list leads of an owner", reader, () -> page(wanted, LISTED, limit));
    }

    private List<Lead> page(Bson wanted, String order, int limit) {
        return read(
                Lead.class, leads().find(wanted).sort(Sorts.ascending(order)).limit(limit));
    }

    @Override
    public long withoutNextAction() {
        Bson faults = Filters.and(Filters.in(STAGE, OPEN_STAGES), Filters.eq(PLACE, null), Filters.gt(LISTED, ""));
        return StoreBoundary.call("count leads without a next action", () -> {
            FindIterable<Document> found =
                    leads().find(faults).projection(Projections.include(ID)).limit(ENOUGH);
            return (long) found.into(new ArrayList<>()).size();
        });
    }

    /** After the last one of the page before, if there was one. */
    private static Bson later(String key, @Nullable String after) {
        return Filters.gt(key, Objects.requireNonNullElse(after, ""));
    }

    private static <T> T asking(String doing, Actor reader, Supplier<T> call) {
        LOG.debug("{} asks to {}", reader, doing);
        return StoreBoundary.call(doing, call);
    }

    private <T> List<T> read(Class<T> type, FindIterable<Document> found) {
        List<T> all = new ArrayList<>();
        found.forEach(document -> all.add(store.getConverter().read(type, document)));
        return all;
    }

    private static List<String> texts(Collection<LeadId> ids) {
        return ids.stream().map(LeadId::value).toList();
    }

    private MongoCollection<Document> leads() {
        return collection(LeadDocuments.LEADS);
    }

    private MongoCollection<Document> collection(String name) {
        return store.getCollection(name).withTimeout(BUDGET_MS, TimeUnit.MILLISECONDS);
    }
}
