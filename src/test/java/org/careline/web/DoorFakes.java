package org.careline.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Acceptance;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipt;
import org.careline.inbox.Receipts;
import org.careline.lead.ActId;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.NextAction;
import org.careline.lead.SourceId;
import org.careline.lead.Stage;
import org.careline.lead.Touch;
import org.careline.matching.ContactPoints;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.PresenceBook;
import org.careline.store.Page;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;

/** Everything behind the doors, in memory: an inbox, a desk, leads and their contact points, and who is here. */
public final class DoorFakes implements InquiryInbox, InquiryDesk, Receipts, ContactPoints, LeadBook, PresenceBook {

    private static final String MARK = "CL";

    public final Map<SourceId, Inquiry> inbox = new HashMap<>();
    public final Map<SourceId, List<Fact>> known = new HashMap<>();
    public final List<InquiryStatus> statuses = new ArrayList<>();
    public final Map<LeadId, Lead> leads = new ConcurrentHashMap<>();
    public final Map<SourceId, Touch> touches = new ConcurrentHashMap<>();
    public final Map<ActId, CoordinatorAct> acts = new ConcurrentHashMap<>();
    public final Map<CoordinatorId, Presence> said = new HashMap<>();

    /** Who read leads. */
    public final Set<Actor> readers = ConcurrentHashMap.newKeySet();

    public boolean full;
    public volatile boolean down;

    public void forget() {
        inbox.clear();
        known.clear();
        statuses.clear();
        leads.clear();
        touches.clear();
        acts.clear();
        said.clear();
        readers.clear();
        full = false;
        down = false;
    }

    public Inquiry onlyInquiry() {
        if (inbox.size() != 1) {
            throw new AssertionError("There are " + inbox.size() + " inquiries");
        }
        return inbox.values().iterator().next();
    }

    public void put(Lead... stored) {
        Stream.of(stored).forEach(lead -> leads.put(lead.id(), lead));
    }

    @Override
    public Acceptance accept(Inquiry inquiry, List<Fact> facts) {
        if (full) {
            return new Acceptance.NoRoom();
        }
        Inquiry before = inbox.putIfAbsent(inquiry.id(), inquiry);
        known.putIfAbsent(inquiry.id(), facts);
        boolean same = before == null || sameFields(before, inquiry);
        return same ? new Acceptance.Accepted(of(inquiry.id())) : new Acceptance.KeyReused();
    }

    private static boolean sameFields(Inquiry one, Inquiry other) {
        return one.sender().equals(other.sender())
                && one.details().equals(other.details())
                && one.attribution().equals(other.attribution());
    }

    @Override
    public boolean amend(SourceId source, Fact fact) {
        throw new AssertionError("No door learns facts");
    }

    @Override
    public Receipt of(SourceId source) {
        return new Receipt(MARK + LeadId.madeBy(source).value());
    }

    @Override
    public Receipt handedOut(SourceId source, boolean danger) {
        return of(source);
    }

    @Override
    public boolean tellsOfDanger(String text) {
        return false;
    }

    @Override
    public Receipt known(Receipt handedOut) {
        return handedOut;
    }

    @Override
    public boolean ours(String text) {
        return text.startsWith(MARK);
    }

    @Override
    public Optional<InquiryStatus> find(Receipt receipt) {
        answer();
        return statuses.stream()
                .filter(status -> status.receipt().equals(receipt))
                .findFirst();
    }

    @Override
    public Statuses list(InquiryState state, Page page) {
        answer();
        List<InquiryStatus> rest = statuses.stream()
                .filter(status -> status.state() == state)
                .skip(page.after().map(Integer::parseInt).orElse(0))
                .toList();
        int next = page.after().map(Integer::parseInt).orElse(0) + page.limit();
        return new Statuses(
                rest.stream().limit(page.limit()).toList(),
                Optional.of(Integer.toString(next)).filter(more -> rest.size() > page.limit()));
    }

    @Override
    public Shelf resting(InquiryState state, Page page) {
        answer();
        List<Resting> rest = statuses.stream()
                .filter(status -> status.state() == state)
                .flatMap(status -> inbox.values().stream()
                        .filter(inquiry -> of(inquiry.id()).equals(status.receipt()))
                        .map(inquiry -> new Resting(status, inquiry)))
                .limit(page.limit())
                .toList();
        return new Shelf(rest, Optional.empty());
    }

    @Override
    public Dismissal dismiss(Receipt receipt) {
        return find(receipt)
                .map(status -> {
                    boolean asked = status.state() == InquiryState.SUSPECT || status.state() == InquiryState.UNPLACED;
                    if (!asked) {
                        return Dismissal.NOT_ASKED;
                    }
                    statuses.remove(status);
                    statuses.add(new InquiryStatus(receipt, InquiryState.REFUSED, null, "dismissed", 0));
                    return Dismissal.DISMISSED;
                })
                .orElse(Dismissal.UNKNOWN);
    }

    @Override
    public Replay replay(Receipt receipt) {
        return find(receipt)
                .map(status -> switch (status.state()) {
                    case SUSPECT, UNPLACED, PARKED -> Replay.REPLAYED;
                    case ACCEPTED, DONE, REFUSED -> Replay.NOT_WAITING;
                })
                .orElse(Replay.UNKNOWN);
    }

    @Override
    public Set<LeadId> leadsOf(ContactPoint point) {
        answer();
        Set<LeadId> found = new java.util.HashSet<>();
        leads.values().stream()
                .filter(lead -> lead.person().points().contains(point))
                .forEach(lead -> found.add(lead.id()));
        return found;
    }

    @Override
    public Optional<LeadWithHistory> find(LeadId id, Actor reader) {
        answer();
        return living(Set.of(id), reader).stream().findFirst().map(root -> {
            List<Touch> theirs = touches.values().stream()
                    .filter(touch -> touch.leadId().equals(root.id())
                            || root.merge().members().contains(touch.leadId()))
                    .sorted(Comparator.comparing(Touch::at))
                    .toList();
            List<CoordinatorAct> done = acts.values().stream()
                    .filter(act -> act.leadId().equals(root.id()))
                    .sorted(Comparator.comparing(CoordinatorAct::at))
                    .toList();
            return new LeadWithHistory(root, theirs, done);
        });
    }

    @Override
    public Map<LeadId, Lead> stored(Collection<LeadId> ids, Actor reader) {
        answer();
        readers.add(reader);
        Map<LeadId, Lead> found = new HashMap<>(leads);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<Lead> living(Collection<LeadId> ids, Actor reader) {
        answer();
        readers.add(reader);
        Map<LeadId, Lead> roots = new TreeMap<>();
        for (LeadId id : ids) {
            Lead lead = leads.get(id);
            while (lead != null && lead.merge().mergedInto() != null) {
                lead = leads.get(lead.merge().mergedInto());
            }
            if (lead != null) {
                roots.put(lead.id(), lead);
            }
        }
        return roots.values().stream().sorted(Lead.BY_AGE).toList();
    }

    @Override
    public List<Lead> byAge(Optional<Stage> stage, Page page, Actor reader) {
        answer();
        readers.add(reader);
        return leads.values().stream()
                .filter(lead ->
                        !lead.merged() && stage.map(lead.stage()::equals).orElse(true))
                .filter(lead ->
                        String.valueOf(lead.listed()).compareTo(page.after().orElse("")) > 0)
                .sorted(Lead.BY_AGE)
                .limit(page.limit())
                .toList();
    }

    @Override
    public List<Lead> byOwner(CoordinatorId owner, Optional<Stage> stage, Page page, Actor reader) {
        return byAge(stage, new Page(page.after(), leads.size() + 1), reader).stream()
                .filter(lead -> owner.equals(lead.owner()))
                .limit(page.limit())
                .toList();
    }

    @Override
    public List<Lead> queue(Page page, Actor reader) {
        answer();
        readers.add(reader);
        return leads.values().stream()
                .filter(Lead::open)
                .filter(lead -> place(lead).compareTo(page.after().orElse("")) > 0)
                .sorted(Comparator.comparing(DoorFakes::place))
                .limit(page.limit())
                .toList();
    }

    @Override
    public long withoutNextAction() {
        return 0;
    }

    @Override
    public Map<CoordinatorId, Presence> all() {
        answer();
        return Map.copyOf(said);
    }

    @Override
    public Presence say(CoordinatorId who, Presence.State state, @Nullable Duration length) {
        answer();
        Instant since = MovableClock.MONDAY_NINE;
        Presence taken = new Presence(who, 1, state, since, since.plus(length == null ? state.usual() : length));
        said.put(who, taken);
        return taken;
    }

    private static String place(Lead lead) {
        NextAction next = lead.next();
        return next == null ? "" : next.place();
    }

    void answer() {
        if (down) {
            throw new StoreUnavailable("read", new IllegalStateException("frozen"));
        }
    }
}
