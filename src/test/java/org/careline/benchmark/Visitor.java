package org.careline.benchmark;

import java.util.List;
import org.careline.benchmark.Clients.Client;

/** Sends prepared requests over a connection of its own, and is answered as expected or complains. */
final class Visitor implements Client {

    private final Line line;
    private final List<byte[]> prepared;
    private final int expected;

    Visitor(int port, List<byte[]> prepared, int expected) {
        this.line = new Line(port);
        this.prepared = prepared;
        this.expected = expected;
    }

    @Override
    public void perform(int number) {
        int status = line.send(prepared.get(number)).status();
        if (status != expected) {
            throw new IllegalStateException("Answered " + status + " instead of " + expected);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
