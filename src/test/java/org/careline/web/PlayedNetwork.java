package org.careline.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.rehearsal.ActionResult;
import org.careline.rehearsal.Faults;
import org.careline.rehearsal.LineView;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.NetworkView;
import org.careline.rehearsal.PhoneAction;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.rehearsal.Step;
import org.careline.support.MovableClock;

/** A phone network whose lines are as the test puts them, and which remembers what people did. */
public final class PlayedNetwork implements PhoneNetwork {

    public static final Instant NINE = MovableClock.MONDAY_NINE;

    public final Map<String, LineView> lines = new LinkedHashMap<>();
    public final List<String> acts = new ArrayList<>();
    public final Map<String, ActionResult> answers = new HashMap<>();
    private long version = 1;

    public void forget() {
        lines.clear();
        acts.clear();
        answers.clear();
        version = 1;
    }

    /** A line with these steps, in this state. */
    public String put(int number, boolean inbound, String from, String to, Doing doing, Step... steps) {
        String sid = "CA" + String.format(java.util.Locale.ROOT, "%032x", number);
        lines.put(
                sid,
                new LineView(
                        sid,
                        null,
                        inbound ? "inbound" : "outbound-dial",
                        from,
                        to,
                        "in-progress",
                        NINE,
                        doing == Doing.IS_OVER ? NINE : null,
                        doing,
                        null,
                        null,
                        List.of(steps)));
        version++;
        return sid;
    }

    @Override
    public String call(String from, String to) {
        acts.add("call " + from + " " + to);
        return put(lines.size() + 1, true, from, to, Doing.STARTS, new Step(NINE, Step.Kind.PLACED, to, ""));
    }

    @Override
    public ActionResult act(String line, PhoneAction act) {
        acts.add(line + " " + act);
        return lines.containsKey(line)
                ? answers.getOrDefault(line, new ActionResult.Done())
                : new ActionResult.NoSuchLine();
    }

    @Override
    public void faults(Faults faults) {
        throw new AssertionError("The console loses nothing");
    }

    @Override
    public Optional<LineView> line(String sid) {
        return Optional.ofNullable(lines.get(sid));
    }

    @Override
    public NetworkView view() {
        return new NetworkView(version, List.copyOf(lines.values()));
    }

    @Override
    public long version() {
        return version;
    }
}
