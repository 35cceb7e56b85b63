package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;

/** Reads what must be there, and of which type. */
final class Fields {

    private Fields() {}

    static <T> T required(Document document, String name, Class<T> type) {
        Object value = document.get(name);
        if (!type.isInstance(value)) {
            throw Refusal.typeMismatch("The field '" + name + "' is missing or no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    static List<Object> list(Document document, String name) {
        Collection<?> values = required(document, name, Collection.class);
        return List.copyOf(values);
    }

    static List<Document> documents(Document document, String name) {
        return list(document, name).stream().map(Document.class::cast).toList();
    }
}
