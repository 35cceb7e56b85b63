package org.careline.intake.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careline.intake.Plant;
import org.careline.intake.simulation.Happening.AnswersGetLost;
import org.careline.intake.simulation.Happening.Arrives;
import org.careline.intake.simulation.Happening.Attempts;
import org.careline.intake.simulation.Happening.Claims;
import org.careline.intake.simulation.Happening.ClosesLead;
import org.careline.intake.simulation.Happening.ComesOrGoes;
import org.careline.intake.simulation.Happening.Learned;
import org.careline.intake.simulation.Happening.NodeDies;
import org.careline.intake.simulation.Happening.Replays;
import org.careline.intake.simulation.Happening.StoreGoesDown;
import org.careline.intake.simulation.Happening.TimePasses;
import org.careline.lead.LeadId;
import org.jspecify.annotations.Nullable;

/** Plays one history to its rest and looks at what is left. */
final class Play {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{24}");
    private static final int NODES = 3;
    private static final int LONGEST = 5_000;
    private static final int RESTART = 60;
    private static final int SWEEP_IN = 60;
    private static final Duration PAST_EVERY_CALL = Duration.ofHours(2);

    private final Stage stage;
    private final SimulatedClinic clinic;
    private final Desk desk;
    private final Deque<Happening> ahead;
    private final int eagerIn;
    private int upAgainAt;
    private boolean late;

    private Play(History history, Plant plant, boolean told) {
        this.stage = new Stage(history.schedule(), told);
        this.clinic = new SimulatedClinic(stage, NODES, plant);
        this.desk = new Desk(clinic);
        this.ahead = new ArrayDeque<>(history.happenings());
        this.eagerIn = stage.dice().oneOf(List.of(2, 6, 40));
        stage.atEachStep(this::badLuck);
    }

    /** @param violation what was broken; null if nothing was */
    record Outcome(History history, @Nullable Violation violation, Set<Mark> marks, int steps, List<String> story) {}

    static Outcome of(History history, Plant plant, boolean told) {
        Play play = new Play(history, plant, told);
        Violation violation = null;
        try {
            play.toRest();
            play.clinic.settleAll();
            play.clinic.checks.marks().addAll(RestChecks.of(play.clinic, play.sequentialToo(history)));
        } catch (Violation found) {
            violation = found;
        } finally {
            play.stage.close();
        }
        return new Outcome(history, violation, play.clinic.checks.marks(), play.stage.step(), play.story());
    }

    /** Leads under the names of the messages that made them. */
    private List<String> story() {
        Map<String, String> names = clinic.inquiries.all().stream()
                .collect(Collectors.toMap(
                        stored -> LeadId.madeBy(stored.id()).value(), stored -> "L(" + stored.id() + ")"));
        return stage.story().stream()
                .map(line -> HEX.matcher(line).replaceAll(found -> names.getOrDefault(found.group(), found.group())))
                .toList();
    }

    private boolean sequentialToo(History history) {
        return history.happenings().stream()
                .noneMatch(happening -> happening instanceof ClosesLead || happening instanceof Attempts);
    }

    private void toRest() {
        while (true) {
            Violation.unless(stage.step() < LONGEST, "everything comes to rest", "still busy after many steps");
            enterThoseDue();
            enterWorkersAndDrains();
            enterSweep();
            enterAssignment();
            if (stage.advance()) {
                continue;
            }
            int next = Math.min(nextFromOutside(), stage.nextWaking());
            if (next != Integer.MAX_VALUE) {
                stage.jumpTo(next);
            } else if (!late) {
                late = true;
                clinic.clock.advance(PAST_EVERY_CALL);
            } else {
                return;
            }
        }
    }

    private int nextFromOutside() {
        int next = ahead.isEmpty() ? Integer.MAX_VALUE : Math.max(ahead.peek().step(), stage.step() + 1);
        next = clinic.weather.isDown() ? Math.min(next, upAgainAt) : next;
        for (SimulatedNode node : clinic.nodes) {
            boolean dead = node.startsAgainAt() > stage.step();
            next = dead ? Math.min(next, node.startsAgainAt()) : next;
        }
        return next;
    }

    private void enterThoseDue() {
        while (!ahead.isEmpty() && ahead.peek().step() <= stage.step()) {
            enter(ahead.remove());
        }
    }

    private void enter(Happening happening) {
        if (happening instanceof Arrives arrives) {
            enterAt(arrives.node(), happening, node -> {
                clinic.clock.reach(arrives.inquiry().at());
                node.accept(arrives.inquiry());
            });
        } else if (happening instanceof Learned learned) {
            enterAt(learned.node(), happening, node -> node.amend(learned.id(), learned.fact(), learned.byJournal()));
        } else if (happening instanceof ClosesLead closes) {
            stage.enter("desk", "desk", () -> desk.close(closes.pick(), closes.reason()));
        } else if (happening instanceof Claims claims) {
            stage.enter("desk", "desk", () -> desk.claim(claims.pick(), claims.coordinator()));
        } else if (happening instanceof Attempts attempts) {
            stage.enter("desk", "desk", () -> desk.attempt(attempts.pick(), attempts.coordinator()));
        } else if (happening instanceof ComesOrGoes moves) {
            desk.comesOrGoes(moves.coordinator(), moves.comes());
        } else if (happening instanceof Replays replays) {
            stage.enter("desk", "desk", () -> desk.replay(replays.id()));
        }
    }

    private void enterAt(int number, Happening happening, java.util.function.Consumer<SimulatedNode> scene) {
        SimulatedNode node = clinic.nodes.get(number);
        if (node.startsAgainAt() <= stage.step()) {
            stage.enter("door " + node.name(), node.name(), () -> {
                stage.tell(happening::toString);
                scene.accept(node);
            });
        }
    }

    private void enterWorkersAndDrains() {
        boolean eager = stage.dice().oneIn(eagerIn) || !stage.anybodyReady();
        for (SimulatedNode node : clinic.nodes) {
            boolean awake = node.startsAgainAt() <= stage.step();
            if (awake && eager && node.hasPending() && !stage.plays("drain " + node.name())) {
                stage.enter("drain " + node.name(), node.name(), node::drain);
            }
            boolean work = clinic.inquiries.anyDue(clinic.clock.instant());
            if (awake && eager && work && !stage.plays("worker " + node.name())) {
                stage.enter("worker " + node.name(), node.name(), node::work);
            }
        }
    }

    private void enterAssignment() {
        SimulatedNode node = stage.dice().oneOf(clinic.nodes);
        boolean awake = node.startsAgainAt() <= stage.step() && !stage.plays("assignment");
        if (awake && stage.dice().oneIn(SWEEP_IN)) {
            stage.enter("assignment", node.name(), clinic.assignment::sweep);
        }
    }

    private void enterSweep() {
        boolean eager = stage.dice().oneIn(SWEEP_IN) || !stage.anybodyReady();
        SimulatedNode node = stage.dice().oneOf(clinic.nodes);
        if (eager && node.startsAgainAt() <= stage.step() && !stage.plays("sweep")) {
            clinic.halfMerged().stream()
                    .findFirst()
                    .ifPresent(lead -> stage.enter("sweep", node.name(), () -> clinic.sweep.repair(lead)));
        }
    }

    /** What strikes in the middle of everything. */
    private void badLuck(int step) {
        if (clinic.weather.isDown() && step >= upAgainAt) {
            clinic.weather.comeUp();
            stage.tell(() -> "the store is up again");
        }
        while (!ahead.isEmpty() && ahead.peek().step() <= step && strikes(ahead.peek())) {
            Happening happening = ahead.remove();
            stage.tell(happening::toString);
        }
    }

    private boolean strikes(Happening happening) {
        if (happening instanceof NodeDies dies) {
            SimulatedNode node = clinic.nodes.get(dies.node());
            node.startAgainAt(stage.step() + 1 + stage.dice().upTo(RESTART));
            stage.kill(node.name());
            clinic.checks.met(Mark.NODE_KILLED);
        } else if (happening instanceof StoreGoesDown down) {
            clinic.weather.goDown();
            upAgainAt = stage.step() + down.steps();
            clinic.checks.met(Mark.OUTAGE);
        } else if (happening instanceof AnswersGetLost lost) {
            clinic.weather.loseAnswers(lost.count());
        } else if (happening instanceof TimePasses passes) {
            clinic.clock.advance(passes.time());
        } else {
            return false;
        }
        return true;
    }
}
