package org.careline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All bodies that are on their way. There may be so many of them and so many bytes; beyond that the oldest and the largest
 * give way. A caller's body is small and there at once, so that only strangers stand in each other's way.
 */
final class Bodies {

    private final int most;
    private final long mostBytes;

    /** How much of each is there; the oldest first. */
    private final Map<Gathering, Integer> underWay = new LinkedHashMap<>();

    private long bytes;

    /**
     * @param most how many bodies may be awaited
     * @param mostBytes how much of them may be held
     */
    Bodies(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** A body is awaited from now on. Whoever gives way does it without the lock: that calls the container. */
    void awaited(Gathering fresh) {
        Optional<Gathering> oldest = Optional.empty();
        synchronized (this) {
            if (underWay.size() >= most) {
                oldest = underWay.keySet().stream().findFirst();
                oldest.ifPresent(this::forget);
            }
            underWay.put(fresh, 0);
        }
        oldest.ifPresent(Gathering::giveWay);
    }

    /** So many more bytes of it are there. */
    void grew(Gathering body, int by) {
        Optional<Gathering> largest = Optional.empty();
        synchronized (this) {
            if (underWay.computeIfPresent(body, (same, before) -> before + by) == null) {
                return;
            }
            bytes += by;
            if (bytes > mostBytes) {
                largest = underWay.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
                largest.ifPresent(this::forget);
            }
        }
        largest.ifPresent(Gathering::giveWay);
    }

    /** It is whole, or nobody waits for it any more. */
    synchronized void over(Gathering body) {
        forget(body);
    }

    private void forget(Gathering body) {
        bytes -= Objects.requireNonNullElse(underWay.remove(body), 0);
    }
}
