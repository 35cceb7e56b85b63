package org.careline.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much this process may hold for whoever comes in. A connection of which the head of a request is half read takes 60 kB
 * (measured: 2,000 of them, `jcmd GC.heap_info`); more of them than the heap bears would be the end of the process.
 *
 * @param connections how many there may be, beside half as many at a port of the calls' own
 * @param bodies how many bytes of bodies that are not whole yet
 */
record Room(int connections, long bodies) {

    /** As many as Tomcat itself would take. */
    private static final int MOST = 8_192;

    private static final int HEAP_FOR_EACH = 200 * 1024;
    private static final int BODIES_OF_HEAP = 8;

    static Room ofThisProcess() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        return of(Runtime.getRuntime().maxMemory(), files);
    }

    /**
     * @param heap in bytes
     * @param files how many may be open; half of them stay for everything else
     */
    static Room of(long heap, long files) {
        long connections = Math.min(heap / HEAP_FOR_EACH, files / 2);
        return new Room((int) Math.max(1, Math.min(MOST, connections)), heap / BODIES_OF_HEAP);
    }
}
