package org.careline.embedded;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which documents are meant. The query language is that of mongo-java-server's core. */
final class Filter {

    private final Document query;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Filter(Document query) {
        this.query = query;
    }

    Document query() {
        return query;
    }

    boolean matches(Document document) {
        return query.isEmpty() || matcher.matches(document, query);
    }

    /** The {@code _id} that every match has, if the filter says so. */
    Optional<Object> id() {
        return Optional.ofNullable(equalities().get("_id"));
    }

    /** What the filter says to be equal to something, also below {@code $and}. */
    Map<String, Object> equalities() {
        Map<String, Object> equalities = new LinkedHashMap<>();
        gather(query, equalities);
        return equalities;
    }

    private static void gather(Document query, Map<String, Object> equalities) {
        query.forEach((field, value) -> {
            if (field.equals("$and")) {
                Fields.documents(query, "$and").forEach(part -> gather(part, equalities));
            } else if (value instanceof Document operators && Conditions.isOperators(operators)) {
                if (operators.containsKey("$eq")) {
                    equalities.put(field, operators.get("$eq"));
                }
            } else if (!field.startsWith("$") && !(value instanceof BsonRegularExpression)) {
                equalities.put(field, value);
            }
        });
    }
}
