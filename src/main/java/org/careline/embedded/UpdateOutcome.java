package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What came of an update.
 *
 * @param matched whether a document was found
 * @param modified whether it is another one now
 * @param upserted a document with the {@code _id} of the one that was made instead
 * @param before the document as it was
 * @param after the document as it is
 */
record UpdateOutcome(
        boolean matched,
        boolean modified,
        @Nullable Document upserted,
        @Nullable Document before,
        @Nullable Document after) {

    static final UpdateOutcome NONE = new UpdateOutcome(false, false, null, null, null);

    /** How many documents were found or made. */
    int n() {
        return matched || upserted != null ? 1 : 0;
    }
}
