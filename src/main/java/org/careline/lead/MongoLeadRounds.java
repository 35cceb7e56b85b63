package org.careline.lead;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.careline.contact.ContactPoint;
import org.careline.contact.Language;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Budget;
import org.careline.store.Page;
import org.careline.store.StoredReads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads leads in MongoDB for those who go on rounds, each method in one range of one index. */
@Component
final class MongoLeadRounds implements LeadRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MongoLeadRounds.class);

    private static final String PLACE = "next.place";
    private static final String OWNER = "ownership.owner";
    private static final String UNOWNED = "unowned";
    private static final String WAKES_AT = "wakesAt";
    private static final String WRITTEN = "writtenAt";
    private static final String REV = "rev";
    private static final String POINTS = "person.points";
    private static final String LANGUAGE = "person.language";
    private static final String CLOSING = "work.closing";
    private static final String MERGED = "family.mergedInto";
    private static final List<String> OF_WRITTEN = List.of(REV, POINTS, LANGUAGE, OWNER, CLOSING, MERGED, WRITTEN);

    private final StoredReads<Lead> reads;

    MongoLeadRounds(MongoTemplate store) {
        this.reads = new StoredReads<>(store, LeadDocuments.LEADS, Lead.class, Budget.OF_A_ROUND);
    }

    @Override
    public List<Lead> openOf(CoordinatorId owner, Page page, Actor reader) {
        return page("read an owner's queue", reader, Optional.of(ownedBy(owner)), PLACE, page);
    }

    private static Bson ownedBy(CoordinatorId owner) {
        return Filters.eq(OWNER, owner.value());
    }

    @Override
    public Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader) {
        String doing = "count an owner's leads";
        note(reader, doing);
        return reads.ids(doing, Filters.and(ownedBy(owner), Filters.gt(PLACE, "")), limit).stream()
                .map(LeadId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Lead> unowned(Page page, Actor reader) {
        return page("find leads without an owner", reader, Optional.empty(), UNOWNED, page);
    }

    @Override
    public List<Lead> held(int limit, Actor reader) {
        return page("read who is in danger", reader, Filters.lt(PLACE, Lane.ON_THE_LINE.code()), PLACE, limit);
    }

    @Override
    public List<Lead> waking(Instant now, int limit, Actor reader) {
        return page("find leads that wake", reader, Filters.lte(WAKES_AT, now), WAKES_AT, limit);
    }

    @Override
    public List<WrittenLead> writtenSince(Instant since, int limit, Actor reader) {
        String doing = "read what was written";
        note(reader, doing);
        return reads.parts(
                doing,
                Filters.gte(WRITTEN, since),
                Sorts.ascending(WRITTEN),
                limit,
                OF_WRITTEN,
                MongoLeadRounds::written);
    }

    /** Not by the mapping of a whole lead: this is read again and again, of all that was written in the last moments. */
    private static WrittenLead written(Document lead) {
        return new WrittenLead(
                new LeadId(lead.getString("_id")),
                lead.get(REV, Number.class).longValue(),
                Stream.of(CLOSING, MERGED)
                        .allMatch(end -> in(lead, end, Object.class).isEmpty()),
                points(lead),
                in(lead, LANGUAGE, String.class).map(Language::new).orElse(null),
                in(lead, OWNER, String.class).map(CoordinatorId::new).orElse(null),
                lead.getDate(WRITTEN).toInstant());
    }

    private static Set<ContactPoint> points(Document lead) {
        return in(lead, POINTS, List.class).stream()
                .flatMap(points -> ((List<?>) points).stream())
                .map(key -> ContactPoint.ofKey(String.valueOf(key)))
                .collect(Collectors.toSet());
    }

    private static <T> Optional<T> in(Document lead, String field, Class<T> type) {
        return Optional.ofNullable(lead.getEmbedded(List.of(field.split("\\.", -1)), type));
    }

    private List<Lead> page(String doing, Actor reader, Optional<Bson> wanted, String order, Page page) {
        note(reader, doing);
        return reads.page(doing, wanted, order, page);
    }

    private List<Lead> page(String doing, Actor reader, Bson wanted, String order, int limit) {
        note(reader, doing);
        return reads.page(doing, wanted, Sorts.ascending(order), limit);
    }

    private static void note(Actor reader, String doing) {
        LOG.debug("{} asks to {}", reader, doing);
    }
}
