package org.careline.embedded;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which documents are meant. The query language is that of mongo-java-server's core. */
final class Filter {

    private final Document query;
    private final Document separated;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Filter(Document query) {
        this.query = query;
        this.separated = separated(query);
    }

    Document query() {
        return query;
    }

    boolean matches(Document document) {
        return query.isEmpty() || matcher.matches(document, separated);
    }

    /**
     * Each operator by itself: two operators on an array may be met by two of its elements, which the core's matcher
     * overlooks when they stand together.
     */
    private static Document separated(Document query) {
        List<Document> parts = new ArrayList<>();
        query.forEach((field, value) -> {
            if (field.equals("$and") || field.equals("$or")) {
                parts.add(new Document(
                        field,
                        Fields.documents(query, field).stream()
                                .map(Filter::separated)
                                .toList()));
            } else if (value instanceof Document operators && Conditions.isOperators(operators)) {
                operators.forEach(
                        (operator, operand) -> parts.add(new Document(field, new Document(operator, operand))));
            } else {
                parts.add(new Document(field, value));
            }
        });
        return parts.size() == 1 ? parts.get(0) : parts.isEmpty() ? query : new Document("$and", parts);
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
