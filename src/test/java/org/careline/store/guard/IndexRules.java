package org.careline.store.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.careline.store.DeclaredIndex;

/**
 * Whether a declared index serves a query: its fields are the query's equalities, then its sort in one direction, then one
 * range (MongoDB manual, "The ESR rule"). A query by {@code _id} needs none.
 */
final class IndexRules {

    private IndexRules() {}

    /** What is wrong with this {@code find} or counting {@code aggregate}; empty if an index serves it. */
    static Optional<String> fault(BsonDocument command, Collection<DeclaredIndex> declared) {
        return switch (command.getFirstKey()) {
            case "find" ->
                fault(
                        command.getString("find").getValue(),
                        Filter.flat(command.getDocument("filter", new BsonDocument())),
                        command.getDocument("sort", new BsonDocument()),
                        declared);
            case "aggregate" ->
                fault(
                        command.getString("aggregate").getValue(),
                        Filter.flat(matched(command)),
                        new BsonDocument(),
                        declared);
            default -> Optional.empty();
        };
    }

    private static BsonDocument matched(BsonDocument aggregate) {
        return aggregate.getArray("pipeline").stream()
                .map(BsonValue::asDocument)
                .findFirst()
                .filter(stage -> stage.containsKey("$match"))
                .map(stage -> stage.getDocument("$match"))
                .orElseGet(BsonDocument::new);
    }

    private static Optional<String> fault(
            String collection, BsonDocument filter, BsonDocument sort, Collection<DeclaredIndex> declared) {
        if (filter.containsKey("_id") && sort.isEmpty()) {
            return Optional.empty();
        }
        boolean served = declared.stream()
                .filter(index -> index.collection().equals(collection))
                .anyMatch(index -> serves(index.keys(), filter, sort));
        return served
                ? Optional.empty()
                : Optional.of("no declared index of " + collection + " serves filter " + shape(filter) + " and sort "
                        + sort.toJson());
    }

    private static boolean serves(List<DeclaredIndex.Key> keys, BsonDocument filter, BsonDocument sort) {
        List<String> equal = new ArrayList<>();
        List<String> ranges = new ArrayList<>();
        filter.forEach((field, test) -> (isEquality(test) ? equal : ranges).add(field));
        List<DeclaredIndex.Key> rest = new ArrayList<>(keys);
        while (!rest.isEmpty() && equal.remove(rest.get(0).field())) {
            rest.remove(0);
        }
        if (!equal.isEmpty() || !sorts(rest, sort)) {
            return false;
        }
        List<String> sorted = new ArrayList<>(sort.keySet());
        rest.stream().limit(1).map(DeclaredIndex.Key::field).forEach(sorted::add);
        return ranges.stream().allMatch(sorted::contains) && (!filter.isEmpty() || !sort.isEmpty());
    }

    private static boolean sorts(List<DeclaredIndex.Key> keys, BsonDocument sort) {
        if (sort.size() > keys.size()) {
            return false;
        }
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        sort.forEach(
                (field, direction) -> wanted.put(field, direction.asNumber().intValue() > 0));
        List<DeclaredIndex.Key> used = keys.subList(0, wanted.size());
        boolean sameFields =
                used.stream().map(DeclaredIndex.Key::field).toList().equals(List.copyOf(wanted.keySet()));
        long same = used.stream()
                .filter(key -> Boolean.valueOf(key.ascending()).equals(wanted.get(key.field())))
                .count();
        return sameFields && (same == 0 || same == used.size());
    }

    private static boolean isEquality(BsonValue test) {
        return !test.isDocument()
                || test.asDocument().isEmpty()
                || !test.asDocument().getFirstKey().startsWith("$")
                || test.asDocument().containsKey("$in")
                || test.asDocument().containsKey("$eq");
    }

    /** The fields and operators of a filter, without its values. */
    private static String shape(BsonDocument filter) {
        Map<String, Object> shape = new LinkedHashMap<>();
        filter.forEach((field, test) ->
                shape.put(field, test.isDocument() ? test.asDocument().keySet() : "="));
        return shape.toString();
    }
}
