package org.careline.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.draft.StoredDraft.Sheet;
import org.careline.lead.LeadId;
import org.careline.node.Seal;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the store, sealed. A sheet that was sealed with another key cannot be read, and stays until its time is over. */
final class SealedDrafts implements Drafts {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /** Pages of one person that write at the same moment are few. */
    private static final int ATTEMPTS = 10;

    private final GuardedStore<DraftId, StoredDraft> store;
    private final Seal seal;
    private final Duration keep;
    private final Clock clock;

    SealedDrafts(GuardedStore<DraftId, StoredDraft> store, Seal seal, Duration keep, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public List<Draft> of(CoordinatorId who, Collection<LeadId> leads) {
        List<DraftId> ids = leads.stream().map(lead -> DraftId.of(who, lead)).toList();
        return opened(store.find(ids).values().stream());
    }

    @Override
    public Kept keep(CoordinatorId who, LeadId lead, Typed typed) {
        DraftId id = DraftId.of(who, lead);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredDraft known = store.find(List.of(id)).getOrDefault(id, StoredDraft.none(id));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<StoredDraft> next = known.with(sheet(id, typed, now), typed, now, keep);
            if (next.isPresent() && next.get().holding() > Math.max(MOST, known.holding())) {
                return new Kept(false, opened(known));
            }
            if (next.isEmpty() || nothing(known, next.get()) || held(next.get())) {
                return new Kept(true, opened(next.orElse(known)));
            }
        }
        throw new StoreUnavailable("keep a draft");
    }

    /** Whoever saves without having typed before leaves no trace. */
    private static boolean nothing(StoredDraft known, StoredDraft next) {
        return known.rev() == 0 && next.holding() == 0;
    }

    private boolean held(StoredDraft next) {
        return !store.write(List.of(next)).isEmpty();
    }

    private Sheet sheet(DraftId id, Typed typed, Instant now) {
        return typed.fields().isEmpty()
                ? new Sheet(typed.page(), typed.step(), now, null)
                : new Sheet(
                        typed.page(),
                        typed.step(),
                        now,
                        seal.seal(place(id, typed.page()), JsonMapper.shared().writeValueAsBytes(typed.fields())));
    }

    private List<Draft> opened(StoredDraft stored) {
        return opened(Stream.of(stored));
    }

    private List<Draft> opened(Stream<StoredDraft> stored) {
        return stored.flatMap(one -> one.sheets().stream().flatMap(sheet -> opened(one.id(), sheet).stream()))
                .sorted(Comparator.comparing(Draft::at).reversed())
                .toList();
    }

    private Optional<Draft> opened(DraftId id, Sheet sheet) {
        byte[] sealed = sheet.sealed();
        return sealed == null
                ? Optional.empty()
                : seal.open(place(id, sheet.page()), sealed)
                        .map(bytes -> new Draft(
                                id.lead(),
                                sheet.page(),
                                sheet.step(),
                                sheet.at(),
                                JsonMapper.shared().readValue(bytes, FIELDS)));
    }

    private static String place(DraftId id, String page) {
        return "draft:" + id + ":" + page;
    }
}
