package org.careline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the front asks a door about a request of which only the head is known. Doors are asked in their order, and the first
 * that opens counts. The front then gathers the body without a thread, or lets nothing of it be read.
 */
public interface Door {

    /** Whether the request is this door's; by its path alone. */
    boolean opens(HttpServletRequest request);

    /**
     * Whether this door will read the body. If not, it refuses the request by its head, and the connection is closed behind
     * the answer.
     */
    boolean wantsBody(HttpServletRequest request);

    /** Writes, in one small piece and without a look at the body, why the request goes no further. */
    void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException;

    /** Why the front takes no more of a request. */
    enum NotTaken {
        /** The body did not come in time. */
        TOO_SLOW(408),
        /** The body breaks the rules of HTTP. */
        MALFORMED(400),
        /** As much is at work as may be. */
        BUSY(503);

        /** What a client that is answered at once may do: try again after so many seconds. */
        public static final String RETRY_AFTER_SECONDS = "5";

        private final int status;

        NotTaken(int status) {
            this.status = status;
        }

        /** The status that says so. */
        public int status() {
            return status;
        }
    }
}
