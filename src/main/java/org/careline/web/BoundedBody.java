package org.careline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A request's body, if it is not larger than ours may be. */
public final class BoundedBody {

    /** 64 kB (contract.md, "Inquiry in"). */
    public static final int LARGEST = 64 * 1024;

    private static final String BROKEN = BoundedBody.class.getName();

    private BoundedBody() {}

    /**
     * Reads the body.
     *
     * @return empty if it has more than {@link #LARGEST} bytes; what is beyond them is not read
     * @throws UncheckedIOException if the sender went away
     */
    public static Optional<byte[]> of(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST) {
            return Optional.empty();
        }
        try {
            byte[] read = request.getInputStream().readNBytes(LARGEST + 1);
            return read.length > LARGEST ? Optional.empty() : Optional.of(read);
        } catch (IOException gone) {
            request.setAttribute(BROKEN, true);
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether the sender's body broke off or was malformed. Tomcat then answers 500, as if it had been our fault. */
    public static boolean broken(HttpServletRequest request) {
        return request.getAttribute(BROKEN) != null;
    }
}
