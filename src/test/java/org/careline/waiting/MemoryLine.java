package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.careline.contact.PhoneNumber;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;

/** The waiting line in memory, with the guard of the stored one; it can be away, and lose a guard. */
public final class MemoryLine implements WaitingLine {

    /** How long things last in tests. */
    public static final LineRules RULES = new LineRules(
            Duration.ofMinutes(3),
            Duration.ofSeconds(60),
            Duration.ofSeconds(50),
            Duration.ofSeconds(15),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(45),
            Duration.ZERO,
            3);

    private static final LineCandidates ANYBODY = new LineCandidates() {

        @Override
        public Candidates of(WaitingCall call) {
            return Candidates.NOBODY;
        }

        @Override
        public boolean mayHave(WaitingCall call, CoordinatorId coordinator) {
            return true;
        }
    };

    private final Map<WaitingId, WaitingCall> calls = new ConcurrentHashMap<>();
    public volatile boolean away;
    /** How the line is told. */
    public UnaryOperator<List<WaitingCall>> order = all -> all;

    /** The callers' side of it; nobody is rung. */
    public LineDesk callers(Clock clock) {
        return new LineDesk(this, RULES, new LineDecisions(RULES), ANYBODY, new PendingExits(clock), clock);
    }

    /** The coordinators' side of it; anybody may have any caller. */
    public LegDesk coordinators(Clock clock) {
        return new LegDesk(this, ANYBODY, clock);
    }

    private void asked() {
        if (away) {
            throw new StoreUnavailable("ask a line that is away");
        }
    }

    @Override
    public Map<WaitingId, WaitingCall> find(Collection<WaitingId> ids) {
        asked();
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(calls.get(id)).stream())
                .collect(Collectors.toMap(WaitingCall::id, Function.identity()));
    }

    @Override
    public List<WaitingCall> open() {
        asked();
        return order.apply(calls.values().stream()
                .filter(call -> call.place() != null)
                .sorted(Comparator.comparing(WaitingCall::place))
                .toList());
    }

    @Override
    public Optional<WaitingCall> latestOf(PhoneNumber phone, Instant since) {
        asked();
        return calls.values().stream()
                .filter(call -> phone.equals(call.party().phone()))
                .filter(call -> !call.waiting().begun().isBefore(since))
                .max(Comparator.comparing(call -> call.waiting().begun()));
    }

    @Override
    public List<Talk> talksSince(Instant time) {
        asked();
        List<Talk> talks = new ArrayList<>();
        for (WaitingCall call : calls.values()) {
            Accept accept = call.accept();
            if (accept != null && accept.endedAt() != null && !accept.endedAt().isBefore(time)) {
                Instant begun = accept.bridgedAt() == null ? accept.at() : accept.bridgedAt();
                Optional<String> leg = call.ring(accept.coordinator()).map(RingAttempt::leg);
                talks.add(new Talk(call.id(), accept.coordinator(), leg, begun, accept.endedAt()));
            }
        }
        talks.sort(Comparator.comparing(Talk::over));
        return talks;
    }

    @Override
    public synchronized Set<WaitingId> write(Collection<WaitingCall> changed) {
        asked();
        return changed.stream().filter(this::held).map(WaitingCall::id).collect(Collectors.toSet());
    }

    private boolean held(WaitingCall changed) {
        WaitingCall stored = calls.get(changed.id());
        long rev = stored == null ? 0 : stored.rev();
        if (rev != changed.rev()) {
            return false;
        }
        calls.put(
                changed.id(),
                new WaitingCall(
                        changed.id(),
                        rev + 1,
                        changed.party(),
                        changed.waiting(),
                        changed.rings(),
                        changed.accept(),
                        changed.ended(),
                        changed.place()));
        return true;
    }

    @Override
    public void forget(Instant endedBefore) {
        asked();
        calls.values()
                .removeIf(call -> call.ended() != null && call.ended().at().isBefore(endedBefore));
    }

    public List<WaitingCall> all() {
        return List.copyOf(calls.values());
    }
}
