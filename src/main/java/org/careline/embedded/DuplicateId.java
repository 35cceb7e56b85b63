package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** There is a document with this {@code _id} already. Its message keeps the value to itself. */
final class DuplicateId extends MongoServerError {

    private final transient @Nullable Object id;

    DuplicateId(String namespace, @Nullable Object id) {
        super(11000, "DuplicateKey", "E11000 duplicate key error collection: " + namespace + " index: _id_");
        this.id = id;
    }

    Document details() {
        return new Document("keyPattern", new Document("_id", 1)).append("keyValue", new Document("_id", id));
    }
}
