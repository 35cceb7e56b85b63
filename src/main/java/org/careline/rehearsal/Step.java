package org.careline.rehearsal;

import java.time.Instant;

/**
 * Something that happened on a line.
 *
 * @param at when
 * @param kind what
 * @param text said words, pressed keys, a number, a status: by kind; in words for people
 * @param address the path of ours whose answer made it happen; empty if none did
 */
public record Step(Instant at, Kind kind, String text, String address) {

    /** What can happen on a line. */
    public enum Kind {
        /** A call came in, or was placed. */
        PLACED,
        /** The network asked an address of ours; the text is its answer's status. */
        ASKED,
        /** A phone rings; the text is its number. */
        RINGS,
        /** Somebody, or a mailbox, picked up. */
        ANSWERED,
        SAID,
        PLAYED,
        PAUSED,
        /** A menu listens for keys or words. */
        MENU,
        PRESSED,
        SPOKE,
        /** Waits in the queue of this name. */
        QUEUED,
        /** Waits no more; the text is Twilio's result. */
        UNQUEUED,
        /** Talks with this number. */
        BRIDGED,
        /** Talks no more. */
        PARTED,
        RECORDING,
        RECORDED,
        /** A callback was sent, or was lost by our own will. */
        TOLD,
        /** Twilio would not understand; the call ends as it would there. */
        NOT_UNDERSTOOD,
        ENDED
    }
}
