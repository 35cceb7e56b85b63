package org.careline.lead;

import com.mongodb.client.model.Filters;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Budget;
import org.careline.store.GuardedStore;
import org.careline.store.Page;
import org.careline.store.StoredReads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads leads and touches in MongoDB, each method in a small fixed number of round trips. */
@Component
final class MongoLeadBook implements LeadBook {

    private static final Logger LOG = LoggerFactory.getLogger(MongoLeadBook.class);

    /** A fault of ours is reported, not measured: more than this many are not counted. */
    private static final int ENOUGH = 1_000;

    /** So many half merges are looked through; the sweep leaves none older than a minute. */
    private static final int HALVES = 100;

    private static final String FIND = "find a lead";
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

    private final StoredReads<Lead> leads;
    private final StoredReads<Touch> touches;
    private final StoredReads<CoordinatorAct> acts;
    private final GuardedStore<LeadId, Lead> guarded;

    MongoLeadBook(MongoTemplate store, GuardedStore<LeadId, Lead> guarded) {
        this.leads = new StoredReads<>(store, LeadDocuments.LEADS, Lead.class, Budget.OF_A_READER);
        this.touches = new StoredReads<>(store, LeadDocuments.TOUCHES, Touch.class, Budget.OF_A_READER);
        this.acts = new StoredReads<>(store, LeadDocuments.ACTS, CoordinatorAct.class, Budget.OF_A_READER);
        this.guarded = guarded;
    }

    @Override
    public Map<LeadId, Lead> stored(Collection<LeadId> ids, Actor reader) {
        LOG.debug("{} reads {}", reader, ids);
        return guarded.find(ids);
    }

    @Override
    public Optional<LeadWithHistory> find(LeadId id, Actor reader) {
        note(reader, FIND);
        Set<LeadId> way = new HashSet<>();
        return roots(Set.of(id), way).stream().findFirst().map(root -> file(root, way));
    }

    /** The touches keep the id of the lead that they were decided for, so all that were merged are asked for. */
    private LeadWithHistory file(Lead root, Set<LeadId> way) {
        Set<LeadId> family = new HashSet<>(way);
        family.addAll(root.merge().members());
        family.addAll(joining(root));
        Bson theirs = Filters.in("leadId", texts(family));
        Map<ActId, CoordinatorAct> done = new HashMap<>();
        acts.all(FIND, theirs).forEach(act -> done.put(act.id(), act));
        root.work().act().ifPresent(last -> done.putIfAbsent(last.id(), last));
        return new LeadWithHistory(
                root,
                touches.all(FIND, theirs).stream().sorted(BY_TIME).toList(),
                done.values().stream().sorted(ACTS_BY_TIME).toList());
    }

    /** Those that are frozen for it and that it does not list yet, with all that they list: what they hold is its own. */
    private Set<LeadId> joining(Lead root) {
        Set<LeadId> joining = new HashSet<>();
        for (Lead half : leads.some(FIND, Filters.eq(JOINING, true), HALVES)) {
            if (half.merge().winner().equals(Optional.of(root.id()))) {
                joining.add(half.id());
                joining.addAll(half.merge().members());
            }
        }
        return joining;
    }

    @Override
    public List<Lead> living(Collection<LeadId> ids, Actor reader) {
        note(reader, FIND);
        return roots(ids, new HashSet<>()).stream().sorted(Lead.BY_AGE).toList();
    }

    /** Follows {@code mergedInto} up, all of one generation at once; {@code way} takes every lead that was met. */
    private Collection<Lead> roots(Collection<LeadId> ids, Set<LeadId> way) {
        Map<LeadId, Lead> roots = new TreeMap<>();
        Set<LeadId> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            way.addAll(wanted);
            List<Lead> met = leads.all(FIND, Filters.in(ID, texts(wanted)));
            met.stream().filter(lead -> !lead.merged()).forEach(lead -> roots.put(lead.id(), lead));
            wanted = new HashSet<>(
                    met.stream().flatMap(lead -> lead.merge().winner().stream()).toList());
            wanted.removeAll(way);
        }
        return roots.values();
    }

    @Override
    public List<Lead> byAge(Optional<Stage> stage, Page page, Actor reader) {
        return page("list leads", reader, stage.map(MongoLeadBook::at), LISTED, page);
    }

    @Override
    public List<Lead> queue(Page page, Actor reader) {
        return page("read the queue", reader, Optional.empty(), PLACE, page);
    }

    @Override
    public List<Lead> byOwner(CoordinatorId owner, Optional<Stage> stage, Page page, Actor reader) {
        Bson theirs = Filters.eq(OWNER, owner.value());
        Bson wanted = stage.map(one -> Filters.and(theirs, at(one))).orElse(theirs);
        return page("list leads of an owner", reader, Optional.of(wanted), LISTED, page);
    }

    private static Bson at(Stage stage) {
        return Filters.eq(STAGE, stage.name());
    }

    private List<Lead> page(String doing, Actor reader, Optional<Bson> wanted, String order, Page page) {
        note(reader, doing);
        return leads.page(doing, wanted, order, page);
    }

    @Override
    public long withoutNextAction() {
        Bson faults = Filters.and(Filters.in(STAGE, OPEN_STAGES), Filters.eq(PLACE, null), Filters.gt(LISTED, ""));
        return leads.ids("count leads without a next action", faults, ENOUGH).size();
    }

    private static void note(Actor reader, String doing) {
        LOG.debug("{} asks to {}", reader, doing);
    }

    private static List<String> texts(Collection<LeadId> ids) {
        return ids.stream().map(LeadId::value).toList();
    }
}
