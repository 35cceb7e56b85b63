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
import org.careline.store.Change;
import org.careline.store.GuardedStore;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the store, sealed. A sheet that was sealed with another key cannot be read, and stays until its time is over. */
final class SealedDrafts implements Drafts {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Sheet sheet = sheet(id, typed, now);
        Change<StoredDraft> kept = store.change(
                StoredDraft.none(id),
                known ->
                        known.with(sheet, typed, now, keep).filter(next -> fits(known, next) && !nothing(known, next)));
        StoredDraft known = kept.before().orElseThrow();
        boolean fits = known.with(sheet, typed, now, keep)
                .filter(next -> !fits(known, next))
                .isEmpty();
        return new Kept(fits, opened(kept.after().orElse(known)));
    }

    private static boolean fits(StoredDraft known, StoredDraft next) {
        return next.holding() <= Math.max(MOST, known.holding());
    }

    /** Whoever saves without having typed before leaves no trace. */
    private static boolean nothing(StoredDraft known, StoredDraft next) {
        return known.rev() == 0 && next.holding() == 0;
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
