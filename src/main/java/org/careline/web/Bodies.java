package org.careline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** A body is awaited from now on. */
    void awaited(Gathering fresh) {
        Gathering oldest = null;
        synchronized (this) {
            if (underWay.size() >= most) {
                oldest = underWay.keySet().iterator().next();
                forget(oldest);
            }
            underWay.put(fresh, 0);
        }
        giveWay(oldest);
    }

    /** So many more bytes of it are there. */
    void grew(Gathering body, int by) {
        Gathering largest = null;
        synchronized (this) {
            if (underWay.computeIfPresent(body, (same, before) -> before + by) == null) {
                return;
            }
            bytes += by;
            if (bytes > mostBytes) {
                largest = underWay.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
                forget(largest);
            }
        }
        giveWay(largest);
    }

    /** It is whole, or nobody waits for it any more. */
    synchronized void over(Gathering body) {
        forget(body);
    }

    private void forget(Gathering body) {
        Integer size = underWay.remove(body);
        bytes -= size == null ? 0 : size;
    }

    /** Without the lock: it calls the container. */
    private static void giveWay(@Nullable Gathering body) {
        if (body != null) {
            body.giveWay();
        }
    }
}
