package org.careline.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.staff.Actor;
import org.careline.store.GuardedStore;
import org.careline.store.Page;
import org.springframework.stereotype.Component;

/** Tells what became of inquiries, from the store and from this node's journal. */
@Component
final class StoredInquiryDesk implements InquiryDesk {

    private static final Actor RULE = new Actor.Rule("inquiry-status");

    /** A person is asked what these are. */
    private static final Set<Progress> ASKED = Set.of(Progress.SUSPECT, Progress.UNPLACED);

    private final InquiryStore inquiries;
    private final GuardedStore<SourceId, Touch> touches;
    private final LeadSearch search;
    private final LeadBook leads;
    private final PendingJournal journal;
    private final Receipts receipts;
    private final Clock clock;

    StoredInquiryDesk(
            InquiryStore inquiries,
            GuardedStore<SourceId, Touch> touches,
            LeadSearch search,
            LeadBook leads,
            PendingJournal journal,
            Receipts receipts,
            Clock clock) {
        this.inquiries = inquiries;
        this.touches = touches;
        this.search = search;
        this.leads = leads;
        this.journal = journal;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public Optional<InquiryStatus> find(Receipt handedOut) {
        return known(receipts.known(handedOut)).map(status -> status.as(handedOut));
    }

    private Optional<InquiryStatus> known(Receipt receipt) {
        return journal.withReceipt(receipt)
                .map(pending -> status(pending, InquiryState.ACCEPTED, Optional.empty()))
                .or(() -> inquiries
                        .withReceipt(receipt)
                        .filter(stored -> stored.inquiry().isPresent())
                        .map(this::status));
    }

    private InquiryStatus status(StoredInquiry stored) {
        Optional<LeadId> lead = Optional.ofNullable(
                        touches.find(List.of(stored.id())).get(stored.id()))
                .filter(decided -> stored.progress() != Progress.PARKED)
                .flatMap(decided -> readable(stored, decided.leadId()));
        return status(stored, lead.isPresent() ? InquiryState.DONE : state(stored.progress()), lead);
    }

    /** The lead once every door shows it: the touch is written first, the lead after it, and what it is found by at last. */
    private Optional<LeadId> readable(StoredInquiry stored, LeadId decided) {
        return leads.find(decided, RULE)
                .filter(file -> stored.progress() != Progress.WAITING || search.finds(decided, stored.points()))
                .map(file -> file.lead().id());
    }

    private static InquiryStatus status(StoredInquiry stored, InquiryState state, Optional<LeadId> lead) {
        return new InquiryStatus(
                new Receipt(stored.receipt()),
                state,
                lead.orElse(null),
                stored.reason().map(Reason::word).orElse(null),
                stored.attempts());
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
    public Statuses list(InquiryState state, Page page) {
        List<StoredInquiry> found = inquiries.resting(progress(state), page.andOne());
        List<InquiryStatus> shown = found.stream()
                .limit(page.limit())
                .map(stored -> status(stored, state, Optional.empty()))
                .toList();
        return new Statuses(shown, next(found, page));
    }

    @Override
    public Shelf resting(InquiryState state, Page page) {
        List<StoredInquiry> found = inquiries.resting(progress(state), page.andOne());
        List<Resting> shown = found.stream()
                .limit(page.limit())
                .flatMap(stored -> stored.inquiry().stream()
                        .map(inquiry -> new Resting(status(stored, state, Optional.empty()), inquiry)))
                .toList();
        return new Shelf(shown, next(found, page));
    }

    private static Progress progress(InquiryState state) {
        return switch (state) {
            case SUSPECT -> Progress.SUSPECT;
            case UNPLACED -> Progress.UNPLACED;
            case PARKED -> Progress.PARKED;
            case REFUSED -> Progress.REFUSED;
            case ACCEPTED, DONE -> throw new IllegalArgumentException("Only inquiries that rest are listed");
        };
    }

    private static Optional<String> next(List<StoredInquiry> found, Page page) {
        return Optional.of(found)
                .filter(all -> all.size() > page.limit())
                .map(all -> all.get(page.limit() - 1).restingOrder());
    }

    @Override
    public Replay replay(Receipt handedOut) {
        Instant now = clock.instant();
        return change(
                        handedOut,
                        stored -> Optional.of(stored)
                                .filter(StoredInquiry::waitsForPerson)
                                .map(waiting -> waiting.released(now)))
                .map(replayed -> replayed ? Replay.REPLAYED : Replay.NOT_WAITING)
                .orElse(Replay.UNKNOWN);
    }

    @Override
    public Dismissal dismiss(Receipt handedOut) {
        return change(
                        handedOut,
                        stored -> Optional.of(stored)
                                .filter(one -> ASKED.contains(one.progress()))
                                .map(one -> one.resting(Progress.REFUSED, Reason.DISMISSED)))
                .map(dismissed -> dismissed ? Dismissal.DISMISSED : Dismissal.NOT_ASKED)
                .orElse(Dismissal.UNKNOWN);
    }

    /** Whether it was changed; empty if nobody knows the receipt. */
    private Optional<Boolean> change(Receipt handedOut, Function<StoredInquiry, Optional<StoredInquiry>> change) {
        return inquiries
                .withReceipt(receipts.known(handedOut))
                .map(found -> inquiries.change(found.id(), change).after().isPresent());
    }
}
