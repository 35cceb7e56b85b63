package org.careline.journal;

/**
 * The journal can no longer promise anything: a sync failed, a half-written record could not be cut off, its folder
 * cannot be read, or it is closed. It stays so until the process is started anew and the journal is recovered.
 */
public final class JournalBroken extends RuntimeException {

    JournalBroken(String message) {
        super(message);
    }

    JournalBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
