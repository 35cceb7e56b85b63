package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of a document are handed out: all, or those named; either way without the {@code _id} if told so. */
final class Projection {

    private static final String ID = "_id";

    private final Map<String, Projection> fields = new LinkedHashMap<>();
    private boolean allButId;

    private Projection() {}

    static Projection of(Document fields) {
        Projection projection = new Projection();
        boolean withId = wanted(fields.getOrDefault(ID, true));
        projection.allButId = !withId && fields.size() == 1;
        if (withId && !fields.isEmpty()) {
            projection.include(List.of(ID));
        }
        fields.forEach((path, wanted) -> {
            if (wanted(wanted)) {
                projection.include(FieldPath.of(path).steps());
            }
        });
        return projection;
    }

    static boolean wanted(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() != 0 : Boolean.TRUE.equals(value);
    }

    private void include(List<String> steps) {
        if (!steps.isEmpty()) {
            fields.computeIfAbsent(steps.get(0), name -> new Projection()).include(steps.subList(1, steps.size()));
        }
    }

    Document from(Document document) {
        if (allButId) {
            Document rest = new Document(document);
            rest.remove(ID);
            return rest;
        }
        return fields.isEmpty() ? document : picked(document);
    }

    private Document picked(Document document) {
        Document picked = new Document();
        document.forEach((name, value) -> {
            Projection below = fields.get(name);
            if (below != null && (below.fields.isEmpty() || holdsDocuments(value))) {
                picked.put(name, below.part(value));
            }
        });
        return picked;
    }

    private static boolean holdsDocuments(@Nullable Object value) {
        return value instanceof Document || value instanceof Collection;
    }

    private @Nullable Object part(@Nullable Object value) {
        if (fields.isEmpty()) {
            return value;
        }
        if (value instanceof Document document) {
            return picked(document);
        }
        List<Object> parts = new ArrayList<>();
        for (Object element : value instanceof Collection<?> array ? array : List.of()) {
            if (holdsDocuments(element)) {
                parts.add(part(element));
            }
        }
        return parts;
    }
}
