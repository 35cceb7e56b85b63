package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single fields, as far as an index can use it. Each condition is a list of ranges of which one
 * must hold; what is not understood is left out, for every document found is held against the whole filter again.
 */
final class Conditions {

    private final Map<String, List<List<Range>>> byField = new HashMap<>();
    private List<Conditions> branches = List.of();

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.read(filter);
        return conditions;
    }

    /** One for each branch of a top-level {@code $or}, each with all that stands beside it; else only itself. */
    List<Conditions> alternatives() {
        return branches.isEmpty() ? List.of(this) : branches;
    }

    /** Ranges of which one must hold for the field; empty if nothing is known of it. */
    Optional<List<Range>> on(IndexShape.Part part, boolean multikey) {
        List<List<Range>> all = byField.getOrDefault(part.path().text(), List.of());
        Optional<List<Range>> points = all.stream()
                .filter(ranges -> ranges.stream().allMatch(Range::isPoint))
                .findFirst();
        if (points.isPresent() || all.isEmpty()) {
            return points;
        }
        Range range = all.get(0).get(0);
        for (List<Range> other : multikey ? List.<List<Range>>of() : all) {
            range = range.and(other.get(0));
        }
        return Optional.of(List.of(range));
    }

    private void read(Document filter) {
        List<Document> or = new ArrayList<>();
        readInto(filter, or);
        branches = or.stream().map(branch -> with(branch)).toList();
    }

    private Conditions with(Document branch) {
        Conditions both = new Conditions();
        byField.forEach((field, ranges) -> both.byField.put(field, new ArrayList<>(ranges)));
        both.readInto(branch, new ArrayList<>());
        return both;
    }

    private void readInto(Document filter, List<Document> or) {
        filter.forEach((field, value) -> {
            if (field.equals("$and")) {
                documents(value).forEach(part -> readInto(part, or));
            } else if (field.equals("$or") && or.isEmpty()) {
                or.addAll(documents(value));
            } else if (!field.startsWith("$")) {
                readField(field, value);
            }
        });
    }

    private static List<Document> documents(Object value) {
        return ((Collection<?>) value).stream().map(Document.class::cast).toList();
    }

    private void readField(String field, @Nullable Object value) {
        if (value instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> add(field, Ranges.of(operator, operand)));
        } else {
            add(field, Ranges.of("$eq", value));
        }
    }

    private void add(String field, List<Range> ranges) {
        if (!ranges.isEmpty()) {
            byField.computeIfAbsent(field, name -> new ArrayList<>()).add(ranges);
        }
    }

    static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }
}
