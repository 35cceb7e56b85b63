package org.careline.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One random life of a journal beside a list that knows what it must hold. */
final class JournalHistory {

    private static final int STEPS = 80;

    private final long seed;
    private final Map<String, Integer> seen;
    private final Random random;
    private final FaultyFolder folder = new FaultyFolder();
    private Journal journal;
    private List<Line> expected = new ArrayList<>();
    private long synced;
    private long used;

    private record Line(long sequence, String payload) {}

    JournalHistory(long seed, Map<String, Integer> seen) {
        this.seed = seed;
        this.seen = seen;
        this.random = new Random(seed);
        this.journal = opened(false);
    }

    void run() {
        for (int step = 0; step < STEPS; step++) {
            step();
            assertThat(replayed()).as("seed %d step %d", seed, step).isEqualTo(expected);
        }
    }

    private void step() {
        switch (random.nextInt(22)) {
            case 0 -> rotate();
            case 1 -> drop();
            case 2 -> kill();
            case 3 -> losePower();
            case 4 -> flip();
            case 5 -> cut();
            case 6 -> runFull();
            case 7 -> failSync();
            case 8, 9, 10 -> sync();
            default -> append();
        }
    }

    private void append() {
        count("append");
        String payload = "x".repeat(random.nextInt(120)) + random.nextInt();
        long sequence = journal.append(payload.getBytes(UTF_8));
        assertThat(sequence).as("seed %d", seed).isGreaterThan(used);
        used = sequence;
        expected.add(new Line(sequence, payload));
    }

    private void sync() {
        count("sync");
        long sequence = (long) (random.nextDouble() * (journal.lastSequence() + 1));
        journal.sync(sequence);
        synced = Math.max(synced, sequence);
    }

    private void rotate() {
        count("rotate");
        journal.rotate();
    }

    private void drop() {
        count("drop");
        long sequence = (long) (random.nextDouble() * (journal.lastSequence() + 1));
        journal.dropThrough(sequence);
        List<Line> left = replayed();
        assertThat(expected).as("seed %d", seed).endsWith(left.toArray(Line[]::new));
        assertThat(left)
                .containsAll(expected.stream()
                        .filter(line -> line.sequence() > sequence)
                        .toList());
        expected = left;
    }

    private void kill() {
        count("kill");
        folder.kill();
        journal = opened(false);
    }

    private void losePower() {
        count("power loss");
        folder.losePower(random);
        journal = opened(true);
        List<Line> survived = replayed();
        assertPrefix(survived);
        assertThat(survived)
                .as("seed %d: what was synced", seed)
                .containsAll(expected.stream()
                        .filter(line -> line.sequence() <= synced)
                        .toList());
        seen.merge("entries lost to power", expected.size() - survived.size(), Integer::sum);
        expected = survived;
        used = Math.max(synced, last(survived));
    }

    private void flip() {
        count("flip");
        String name = anySegment();
        int at = random.nextInt((int) folder.size(name));
        List<Line> intact = expected.subList(0, intact(name, at));
        folder.flip(name, at);
        folder.kill();
        journal = opened(false);
        expected = new ArrayList<>(intact);
        synced = Math.min(synced, last(expected));
    }

    private void cut() {
        count("cut");
        String name = anySegment();
        int at = random.nextInt((int) folder.size(name));
        List<Line> intact = expected.subList(0, intact(name, at));
        folder.cut(name, at);
        folder.kill();
        journal = opened(false);
        expected = new ArrayList<>(intact);
        synced = Math.min(synced, last(expected));
        used = last(expected);
    }

    private void runFull() {
        count("full");
        folder.leaveRoomFor(random.nextInt(30));
        assertThatThrownBy(() -> journal.append(new byte[200])).isInstanceOf(JournalFull.class);
        folder.leaveRoomFor(Long.MAX_VALUE);
    }

    private void failSync() {
        append();
        count("failed sync");
        folder.failSyncs(true);
        assertThatThrownBy(() -> journal.sync(used)).isInstanceOf(JournalBroken.class);
        folder.failSyncs(false);
        assertThatThrownBy(() -> journal.sync(used)).isInstanceOf(JournalBroken.class);
        assertThatThrownBy(() -> journal.append(new byte[1])).isInstanceOf(JournalBroken.class);
        losePower();
    }

    /** How many entries stand wholly before this byte of this segment. */
    private int intact(String name, int at) {
        long first = Segment.first(name).orElseThrow();
        long end = Segment.HEADER_BYTES;
        int count = 0;
        for (Line line : expected) {
            boolean here = line.sequence() >= first;
            end += here ? Frame.HEADER_BYTES + line.payload().length() : 0;
            if (here && end > at) {
                break;
            }
            count++;
        }
        return count;
    }

    private String anySegment() {
        List<String> names = folder.names().stream()
                .filter(name -> Segment.first(name).isPresent())
                .toList();
        return names.get(random.nextInt(names.size()));
    }

    private void assertPrefix(List<Line> survived) {
        assertThat(survived.size()).isLessThanOrEqualTo(expected.size());
        assertThat(survived).as("seed %d", seed).isEqualTo(expected.subList(0, survived.size()));
    }

    /** Opens, now and then only after recoveries that died on their way, some of them by a power cut. */
    private Journal opened(boolean powerFailing) {
        while (true) {
            boolean dying = random.nextInt(3) == 0;
            folder.dieAfter(dying ? random.nextInt(24) : Integer.MAX_VALUE);
            try {
                Journal opened = Journal.open(folder, 400);
                folder.kill();
                return opened;
            } catch (IOException failure) {
                assertThat(dying).as("seed %d: %s", seed, failure).isTrue();
                count("recovery that died");
                if (powerFailing) {
                    folder.losePower(random);
                } else {
                    folder.kill();
                }
            }
        }
    }

    private List<Line> replayed() {
        List<Line> lines = new ArrayList<>();
        journal.replay(entry -> lines.add(new Line(entry.sequence(), new String(entry.payload(), UTF_8))));
        return lines;
    }

    private static long last(List<Line> lines) {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).sequence();
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
