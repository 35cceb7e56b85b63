package org.careline.store.guard;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A filter with the parts of its {@code $and} side by side, as a server plans it. */
final class Filter {

    private Filter() {}

    static BsonDocument flat(BsonDocument filter) {
        BsonDocument flat = new BsonDocument();
        filter.forEach((field, test) -> {
            if (field.equals("$and")) {
                test.asArray().stream()
                        .map(BsonValue::asDocument)
                        .map(Filter::flat)
                        .forEach(flat::putAll);
            } else {
                flat.put(field, test);
            }
        });
        return flat;
    }
}
