package org.careline.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.staff.CoordinatorId;
import org.careline.waiting.LineAction.EndLeg;
import org.careline.waiting.LineAction.RingPhone;
import org.careline.waiting.LineAction.Tidy;
import org.careline.waiting.RingAttempt.State;
import org.springframework.stereotype.Component;

/**
 * What is next in the waiting line: a pure function of all that goes on. Whoever has waited longest is served first; a
 * coordinator's phone rings for one caller at a time, and once for each.
 *
 * <p>Two nodes that see the same decide the same, and a guard lets one of them write it. If they do not see the same, one
 * phone may ring twice at a time; the younger leg is ended then.
 */
@Component
final class LineDecisions {

    private final LineRules rules;

    LineDecisions(LineRules rules) {
        this.rules = rules;
    }

    /**
     * @param open all that goes on, who has waited longest first
     * @param candidates who may be rung for whom
     * @param engaged coordinators who cannot be rung for a reason of their own
     */
    List<LineAction> next(
            List<WaitingCall> open,
            Function<WaitingCall, Candidates> candidates,
            Set<CoordinatorId> engaged,
            Instant now) {
        List<WaitingCall> tidy =
                open.stream().map(call -> call.tidied(rules, now)).toList();
        Set<CoordinatorId> taken = new HashSet<>(engaged);
        tidy.stream().flatMap(WaitingCall::engaged).forEach(taken::add);
        List<LineAction> steps = new ArrayList<>();
        Set<CoordinatorId> ringing = new HashSet<>();
        for (int index = 0; index < tidy.size(); index++) {
            WaitingCall call = tidy.get(index);
            if (!call.equals(open.get(index))) {
                steps.add(new Tidy(call));
            } else {
                ends(call, ringing).forEach(steps::add);
                rings(call, candidates, taken, now).forEach(steps::add);
            }
        }
        return steps;
    }

    /** Legs that are of no use any more: nobody waits, or another leg of the same coordinator is older. */
    private static List<LineAction> ends(WaitingCall call, Set<CoordinatorId> ringing) {
        List<LineAction> ends = new ArrayList<>();
        for (RingAttempt ring : call.live().toList()) {
            boolean first = ringing.add(ring.coordinator());
            boolean wanted =
                    ring.state() == State.ACCEPTED || (first && call.end().isEmpty());
            if (ring.leg() != null && !wanted) {
                ends.add(new EndLeg(call, ring));
            }
        }
        return ends;
    }

    private List<LineAction> rings(
            WaitingCall call, Function<WaitingCall, Candidates> candidates, Set<CoordinatorId> taken, Instant now) {
        if (!call.ringable(now)) {
            return List.of();
        }
        Candidates possible = candidates.apply(call);
        List<LineAction> rings = new ArrayList<>();
        int rung = rung(call).size();
        boolean quiet = call.live().findAny().isEmpty();
        int most = Math.min(rules.mostRung(), Math.max(possible.due(call.waited(now)), quiet ? rung + 1 : 0));
        Optional<CoordinatorId> next = next(call, possible, taken);
        while (rung < most && next.isPresent()) {
            rings.add(new RingPhone(call, next.get()));
            taken.add(next.get());
            rung++;
            next = next(call, possible, taken);
        }
        return rings;
    }

    private static Optional<CoordinatorId> next(WaitingCall call, Candidates possible, Set<CoordinatorId> taken) {
        Set<CoordinatorId> before = rung(call);
        return possible.order().stream()
                .filter(one -> !before.contains(one) && !taken.contains(one))
                .findFirst();
    }

    /** Who was rung for this caller; whoever went to another from it may be rung again. */
    private static Set<CoordinatorId> rung(WaitingCall call) {
        return call.rings().stream()
                .filter(ring -> ring.state() != State.WENT_TO_ANOTHER)
                .map(RingAttempt::coordinator)
                .collect(Collectors.toSet());
    }

    /** Whether nobody rings for this caller and nobody is left who ever could. */
    boolean exhausted(WaitingCall call, Candidates possible) {
        Set<CoordinatorId> before = rung(call);
        boolean left =
                before.size() < rules.mostRung() && possible.order().stream().anyMatch(one -> !before.contains(one));
        return call.waits() && call.live().findAny().isEmpty() && !left;
    }
}
