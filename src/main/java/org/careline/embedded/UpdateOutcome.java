package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;

/**
 * What came of an update.
 *
 * @param before the document that was found, as it was
 * @param after the document as it is, found or made
 * @param modified whether the one that was found is another one now
 */
record UpdateOutcome(Optional<Document> before, Optional<Document> after, boolean modified) {

    static final UpdateOutcome NONE = new UpdateOutcome(Optional.empty(), Optional.empty(), false);

    /** How many documents were found or made. */
    int count() {
        return after.isPresent() ? 1 : 0;
    }

    /** The {@code _id} of the document that was made because none was found. */
    Optional<Object> upserted() {
        return after.filter(made -> before.isEmpty()).map(made -> made.get("_id"));
    }
}
