package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;

/** Lets two lines talk. */
final class Bridge {

    private final Network network;

    Bridge(Network network) {
        this.network = network;
    }

    /**
     * Until one hangs up, or is sent elsewhere, or it was long enough. Nothing is thrown: both then see for themselves.
     *
     * @return seconds
     */
    long talk(Line one, Line two, Duration longest) {
        Talk talk = new Talk(one, two);
        Instant begin = network.time.now();
        begin(one, talk);
        begin(two, talk);
        network.time.await(longest, talk::ends);
        talk.over = true;
        one.step(Kind.PARTED, two.phone());
        two.step(Kind.PARTED, one.phone());
        return Duration.between(begin, network.time.now()).toSeconds();
    }

    private static void begin(Line line, Talk talk) {
        line.talk = Optional.of(talk);
        line.doing = Doing.TALKS;
        line.until = Optional.empty();
        line.step(Kind.BRIDGED, talk.other(line).phone());
    }
}
