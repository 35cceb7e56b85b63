package org.careline.waiting;

/** Takes callers out of the line whose call has ended; one that is missed here is not heard of any more, and leaves it so. */
public final class LineEnds {

    private final LineDesk line;

    public LineEnds(LineDesk line) {
        this.line = line;
    }

    /** @param call as the carrier names it */
    public void callIsOver(String call) {
        WaitingId.read(call).ifPresent(id -> StoredLine.telling(() -> line.callIsOver(id)));
    }
}
