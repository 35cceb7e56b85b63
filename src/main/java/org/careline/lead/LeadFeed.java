package org.careline.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Actor;

/**
 * Tells everybody who follows leads what was written lately. This node's own writes it tells at once, those of others when it
 * finds them: leads carry the time of their last write by the writing node's clock, and a write takes a while to be seen, so
 * each look goes back: by seconds, for to read a lead costs as much as to make one; and once a minute by so much that a node whose
 * clock is a minute late is seen too.
 */
public final class LeadFeed extends BackgroundJob {

    static final int PAGE = 1_000;

    private static final Actor RULE = new Actor.Rule("feed");
    private static final Pace PACE = Pace.between(Duration.ofMillis(500), Duration.ofSeconds(6));
    private static final Duration NEAR = Duration.ofSeconds(2);
    private static final Duration FAR = Duration.ofMinutes(2);
    private static final Duration BETWEEN_FAR_LOOKS = Duration.ofMinutes(1);

    /** After so many leads the next look waits for so much longer that reading them does not keep the store busy. */
    private static final Duration REST_OF_ONE = Duration.ofMillis(5);

    private final LeadRounds leads;
    private final Supplier<List<LeadListener>> everybody;
    private final Clock clock;
    private final ToldRevisions told = new ToldRevisions();
    private volatile List<LeadListener> listeners = List.of();
    private Instant reached = Instant.MIN;
    private Instant farAgainAt = Instant.MIN;

    /** @param everybody asked once, at the start */
    LeadFeed(LeadRounds leads, Supplier<List<LeadListener>> everybody, Clock clock) {
        super("leads", PACE);
        this.leads = leads;
        this.everybody = everybody;
        this.clock = clock;
    }

    @Override
    protected void begin() {
        listeners = List.copyOf(everybody.get());
    }

    /** Leads that this node wrote, as they were before; each is stored with the next revision. */
    void wrote(Collection<Lead> written) {
        Instant now = clock.instant();
        tell(written.stream().map(lead -> WrittenLead.after(lead, now)).toList());
    }

    @Override
    protected Next work() {
        Instant now = clock.instant();
        goBackWith(now);
        boolean far = !now.isBefore(farAgainAt);
        int read = read(from(now, far));
        farAgainAt = far ? now.plus(BETWEEN_FAR_LOOKS) : farAgainAt;
        boolean waiting = listeners.stream().anyMatch(LeadListener::waiting);
        return Next.within(waiting ? longer(PACE.quick(), REST_OF_ONE.multipliedBy(read)) : PACE.idle());
    }

    /** A clock that was put back must not hide what is written until it is where it was. */
    private void goBackWith(Instant now) {
        reached = reached.isAfter(now) ? now : reached;
        farAgainAt = farAgainAt.isAfter(now.plus(BETWEEN_FAR_LOOKS)) ? now : farAgainAt;
    }

    private Instant from(Instant now, boolean far) {
        if (reached.equals(Instant.MIN)) {
            reached = listeners.stream()
                    .map(listener -> listener.since(now))
                    .min(Comparator.naturalOrder())
                    .orElse(now);
        }
        return reached.equals(Instant.EPOCH) ? reached : reached.minus(far ? FAR : NEAR);
    }

    private int read(Instant from) {
        Instant since = from;
        int limit = PAGE;
        int read = 0;
        boolean more = true;
        while (more) {
            List<WrittenLead> page = leads.writtenSince(since, limit, RULE);
            tell(page);
            read += page.size();
            more = page.size() == limit;
            Instant last = page.isEmpty() ? since : page.get(page.size() - 1).at();
            limit = last.equals(since) ? 2 * limit : PAGE;
            since = last;
            if (!page.isEmpty()) {
                caughtUp(since);
            }
        }
        return read;
    }

    private void tell(List<WrittenLead> written) {
        List<WrittenLead> fresh = told.fresh(written);
        if (!fresh.isEmpty()) {
            listeners.forEach(listener -> listener.written(fresh));
        }
    }

    /** A node whose clock is ahead must not hide what the others write. */
    private void caughtUp(Instant last) {
        Instant now = clock.instant();
        reached = last.isAfter(now) ? now : last;
        listeners.forEach(listener -> listener.caughtUp(reached));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
