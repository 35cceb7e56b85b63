package org.careline.intake.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Where actors play, one at a time, in an order drawn from a seed. Time is counted in passes: every point at which an
 * actor touches the world outside its own memory. At each of them another may come in, the actor may fall asleep for a
 * long time, and its process may end.
 */
public final class Stage {

    private static final int LONGEST_SLEEP = 400;

    private final Dice dice;
    private final Baton baton = new Baton();
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final boolean told;
    private final int longestScene;
    private final int soloIn;
    private final int sleepIn;
    private IntConsumer eachStep = step -> {};
    private Function<Object, String> inWords = String::valueOf;
    private @Nullable Actor playing;
    private int step;

    /**
     * @param schedule the seed of the order
     * @param told whether the story is written down; it costs more than the play
     */
    public Stage(long schedule, boolean told) {
        this.dice = new Dice(schedule);
        this.longestScene = dice.oneOf(List.of(1, 3, 12, 60));
        this.soloIn = dice.oneOf(List.of(2, 5, 50));
        this.sleepIn = dice.oneOf(List.of(5, 15, 60));
        this.told = told;
    }

    /** What happens at every step, before the actor goes on. */
    public void atEachStep(IntConsumer happening) {
        eachStep = happening;
    }

    /** How a document is told in the story. */
    public void tellDocuments(Function<Object, String> words) {
        inWords = words;
    }

    String described(Object document) {
        return inWords.apply(document);
    }

    public void enter(String name, String home, Runnable work) {
        actors.add(new Actor(name, home, baton, work));
    }

    public boolean plays(String name) {
        return actors.stream().anyMatch(actor -> actor.name.equals(name));
    }

    /** Whether anybody who is not asleep can go on. */
    public boolean anybodyReady() {
        return actors.stream().anyMatch(actor -> actor.wakesAt() <= step);
    }

    /**
     * Lets somebody go on for a while.
     *
     * @return false if nobody is ready
     * @throws Violation or whatever else ended an actor that no actor may end with
     */
    public boolean advance() {
        List<Actor> ready =
                actors.stream().filter(actor -> actor.wakesAt() <= step).toList();
        if (ready.isEmpty()) {
            return false;
        }
        Actor next = dice.oneOf(ready);
        if (!next.begun() && dice.oneIn(soloIn)) {
            play(next, next::playToTheEnd);
        } else {
            int passes = 1 + dice.upTo(longestScene);
            play(next, () -> next.goOn(passes));
            next.sleepUntil(dice.oneIn(sleepIn * 2) ? step + dice.upTo(LONGEST_SLEEP) : step);
        }
        actors.removeIf(Actor::done);
        judge(next);
        return true;
    }

    private void play(Actor actor, Runnable scene) {
        playing = actor;
        scene.run();
        playing = null;
    }

    private void judge(Actor actor) {
        Throwable end = actor.end();
        if (end instanceof Violation violation) {
            throw violation;
        }
        if (end != null && !(end instanceof Killed) && !(end instanceof StoreUnavailable)) {
            throw new IllegalStateException(actor.name + " ended with " + end, end);
        }
        if (end != null) {
            tell(() -> actor.name + " ends: " + end.getMessage());
        }
    }

    /** The earliest step at which a sleeper wakes; a step that never comes if nobody sleeps. */
    public int nextWaking() {
        return actors.stream()
                .map(Actor::wakesAt)
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
    }

    /** Time passes while nobody does anything. */
    public void jumpTo(int later) {
        while (step < later) {
            eachStep.accept(++step);
        }
    }

    /** A point at which the world may change; every call of a store passes here. */
    public void pass() {
        eachStep.accept(++step);
        Actor actor = playing;
        if (actor != null) {
            actor.pass();
        }
    }

    /** Ends all work at this home, where it stands. */
    public void kill(String home) {
        for (Actor actor : List.copyOf(actors)) {
            if (actor.home.equals(home)) {
                actor.kill();
                actor.sleepUntil(step);
                if (!actor.begun()) {
                    actors.remove(actor);
                }
            }
        }
    }

    /** Ends everybody, so that no thread is left behind. */
    public void close() {
        while (!actors.isEmpty()) {
            Actor actor = actors.remove(actors.size() - 1);
            actor.kill();
            if (actor.begun()) {
                play(actor, () -> actor.goOn(1));
            }
        }
    }

    public Dice dice() {
        return dice;
    }

    public int step() {
        return step;
    }

    /** Who plays now, for the story. */
    public String who() {
        return playing == null ? "director" : playing.name;
    }

    public void tell(Supplier<String> line) {
        if (told) {
            story.add("%4d %s".formatted(step, line.get()));
        }
    }

    public List<String> story() {
        return List.copyOf(story);
    }
}
