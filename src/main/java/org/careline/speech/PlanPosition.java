package org.careline.speech;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careline.routing.RingPlan;

/**
 * How far a call has come in its plan, as it stands in the addresses of our TwiML: nothing personal, and all that another
 * node needs to go on.
 *
 * @param version names the configuration in which the positions are meant
 * @param order the positions of the coordinators that the plan rings
 * @param step which of them is meant, from 0; always one of them
 * @param recorded whether the caller has heard to its end, in their language, that talks are recorded, and has not declined
 */
public record PlanPosition(String version, List<Integer> order, int step, boolean recorded) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<version>[0-9a-f]{1,40})/(?<order>\\d{1,4}(-\\d{1,4})*)/(?<step>\\d{1,4})(?<recorded>/r)?");

    public PlanPosition {
        order = List.copyOf(order);
    }

    /** Of a caller of whom nothing is known: not recorded. */
    PlanPosition(String version, List<Integer> order, int step) {
        this(version, order, step, false);
    }

    /** The same place of a caller whose talk is recorded, or not. */
    public PlanPosition recorded(boolean now) {
        return new PlanPosition(version, order, step, now);
    }

    /** Where a plan that rings anybody begins. */
    public static Optional<PlanPosition> first(RingPlan plan) {
        return plan.rings().isEmpty()
                ? Optional.empty()
                : Optional.of(new PlanPosition(plan.version(), plan.order(), 0));
    }

    /** Reads {@code version/0-2-1/0}; empty if it is no such text, names somebody twice or a step that there is not. */
    public static Optional<PlanPosition> read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Integer> order = Arrays.stream(parts.group("order").split("-", -1))
                .map(Integer::valueOf)
                .toList();
        int step = Integer.parseInt(parts.group("step"));
        boolean sound = step < order.size() && new HashSet<>(order).size() == order.size();
        boolean recorded = parts.group("recorded") != null;
        return sound ? Optional.of(new PlanPosition(parts.group("version"), order, step, recorded)) : Optional.empty();
    }

    /** Whom it rings. */
    public int position() {
        return order.get(step);
    }

    /** The next ring; empty after the last one. */
    public Optional<PlanPosition> next() {
        return step + 1 < order.size()
                ? Optional.of(new PlanPosition(version, order, step + 1, recorded))
                : Optional.empty();
    }

    /** What {@link #read} reads. */
    String text() {
        String positions = order.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return version + "/" + positions + "/" + step + (recorded ? "/r" : "");
    }
}
