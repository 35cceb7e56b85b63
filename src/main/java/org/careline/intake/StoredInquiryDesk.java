package org.careline.intake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.contact.ContactPoint;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;
import org.jspecify.annotations.Nullable;

/** Tells what became of inquiries, from the store and from this node's journal. */
final class StoredInquiryDesk implements InquiryDesk {

    private final InquiryStore inquiries;
    private final GuardedStore<SourceId, Touch> touches;
    private final GuardedStore<String, ContactPointEntry> entries;
    private final LeadBook leads;
    private final PendingJournal journal;
    private final Clock clock;

    StoredInquiryDesk(IntakeStores stores, LeadBook leads, PendingJournal journal, Clock clock) {
        this.inquiries = stores.inquiries();
        this.touches = stores.touches();
        this.entries = stores.points();
        this.leads = leads;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<InquiryStatus> find(Receipt receipt) {
        Optional<StoredInquiry> pending = journal.withReceipt(receipt);
        if (pending.isPresent()) {
            return Optional.of(new InquiryStatus(receipt, InquiryState.ACCEPTED, null, null, 0));
        }
        return inquiries
                .withReceipt(receipt)
                .filter(stored -> stored.inquiry() != null)
                .map(this::status);
    }

    private InquiryStatus status(StoredInquiry stored) {
        Touch touch = touches.find(List.of(stored.id())).get(stored.id());
        return Optional.ofNullable(touch)
                .filter(decided -> stored.progress() != Progress.PARKED)
                .flatMap(decided -> readable(stored, decided.leadId()))
                .map(lead -> status(stored, InquiryState.DONE, lead))
                .orElseGet(() -> status(stored, state(stored.progress()), null));
    }

    /** The lead once every door shows it: the touch is written first, the lead after it, and what it is found by at last. */
    private Optional<LeadId> readable(StoredInquiry stored, LeadId decided) {
        return leads.find(decided)
                .filter(file -> stored.progress() != Progress.WAITING || found(stored.points(), decided))
                .map(file -> file.lead().id());
    }

    private boolean found(Set<ContactPoint> points, LeadId lead) {
        Set<String> keys = points.stream().map(ContactPoint::key).collect(Collectors.toSet());
        Map<String, ContactPointEntry> known = entries.find(keys);
        return keys.stream()
                .allMatch(point -> known.containsKey(point)
                        && known.get(point).leads().contains(lead));
    }

    private static InquiryStatus status(StoredInquiry stored, InquiryState state, @Nullable LeadId lead) {
        Reason reason = stored.reason();
        return new InquiryStatus(
                new Receipt(stored.receipt()), state, lead, reason == null ? null : reason.word(), stored.attempts());
    }

    private static InquiryState state(Progress progress) {
        return switch (progress) {
            case EARLY, WAITING, LIVE, DONE -> InquiryState.ACCEPTED;
            case SUSPECT -> InquiryState.SUSPECT;
            case UNPLACED -> InquiryState.UNPLACED;
            case PARKED -> InquiryState.PARKED;
            case REFUSED -> InquiryState.REFUSED;
        };
    }

    @Override
    public Page list(InquiryState state, @Nullable String after, int limit) {
        Progress progress = switch (state) {
            case SUSPECT -> Progress.SUSPECT;
            case UNPLACED -> Progress.UNPLACED;
            case PARKED -> Progress.PARKED;
            case REFUSED -> Progress.REFUSED;
            case ACCEPTED, DONE -> throw new IllegalArgumentException("Only inquiries that rest are listed");
        };
        List<StoredInquiry> found = inquiries.resting(progress, after, limit + 1);
        List<StoredInquiry> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(page.size() - 1).shelf() : null;
        return new Page(page.stream().map(stored -> status(stored, state, null)).toList(), next);
    }

    @Override
    public Replay replay(Receipt receipt) {
        Optional<StoredInquiry> found = inquiries.withReceipt(receipt);
        if (found.isEmpty()) {
            return Replay.UNKNOWN;
        }
        StoredInquiry stored = found.get();
        if (!stored.progress().waitsForPerson()) {
            return Replay.NOT_WAITING;
        }
        Set<SourceId> held = inquiries.write(List.of(stored.released(clock.instant())));
        return held.isEmpty() ? replay(receipt) : Replay.REPLAYED;
    }
}
