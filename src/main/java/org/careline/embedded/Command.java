package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came over the wire: the first field names it, its value is as a rule the collection.
 *
 * @param body all of it
 */
record Command(Document body) {

    String name() {
        return body.keySet().iterator().next();
    }

    String database() {
        return Fields.required(body, "$db", String.class);
    }

    String namespace() {
        return namespace(name());
    }

    String namespace(String field) {
        return database() + "." + body.get(field);
    }

    Document document(String field) {
        return body.get(field) instanceof Document document ? document : new Document();
    }

    List<Document> documents(String field) {
        return Fields.documents(body, field);
    }

    boolean flag(String field, boolean otherwise) {
        return flag(body.get(field), otherwise);
    }

    static boolean flag(@Nullable Object value, boolean otherwise) {
        return value == null ? otherwise : Projection.wanted(value);
    }

    int number(String field, int otherwise) {
        return body.get(field) instanceof Number number
                ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.longValue()))
                : otherwise;
    }

    /** Whether what it reads must be on the disk before it is told. */
    boolean readsMajority() {
        return "majority".equals(document("readConcern").get("level"));
    }
}
