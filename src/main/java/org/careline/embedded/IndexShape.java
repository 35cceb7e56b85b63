package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an index is made of: its name and its fields in order, each upwards or downwards.
 *
 * @param name unique in its collection
 * @param parts at least one field
 */
record IndexShape(String name, List<Part> parts) {

    static final String ID_INDEX = "_id_";

    static final IndexShape ID = new IndexShape(ID_INDEX, List.of(new Part(FieldPath.of("_id"), true)));

    IndexShape {
        parts = List.copyOf(parts);
    }

    static IndexShape of(Document description) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Object> field :
                Fields.required(description, "key", Document.class).entrySet()) {
            parts.add(new Part(FieldPath.of(field.getKey()), ((Number) field.getValue()).intValue() > 0));
        }
        return new IndexShape(Fields.required(description, "name", String.class), parts);
    }

    Document description() {
        Document key = new Document();
        parts.forEach(part -> key.put(part.path().text(), part.upwards() ? 1 : -1));
        return new Document("v", 2).append("key", key).append("name", name);
    }

    /** One field of an index. */
    record Part(FieldPath path, boolean upwards) {

        byte[] directed(byte[] key) {
            return upwards ? key : OrderedKey.inverted(key);
        }
    }
}
