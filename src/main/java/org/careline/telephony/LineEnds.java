package org.careline.telephony;

import org.careline.waiting.LineDesk;
import org.careline.waiting.WaitingId;

/** Takes callers out of the line whose call has ended; one that is missed here is not heard of any more, and leaves it so. */
final class LineEnds {

    private final LineDesk line;

    LineEnds(LineDesk line) {
        this.line = line;
    }

    /** @param call as the carrier names it */
    void callIsOver(String call) {
        WaitingId.read(call).ifPresent(id -> StoredLine.telling(() -> line.callIsOver(id)));
    }
}
