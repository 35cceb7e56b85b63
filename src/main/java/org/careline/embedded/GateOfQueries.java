package org.careline.embedded;

import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gate for filters, orders, projections and the one pipeline there is. */
final class GateOfQueries {

    private static final Set<String> OPERATORS = GateTable.accepted("query");
    private static final Set<String> LOGICAL = Set.of("$and", "$or");
    private static final Set<String> LISTS = Set.of("$in", "$nin");

    private GateOfQueries() {}

    static void check(Document filter) {
        filter.forEach((field, value) -> {
            if (LOGICAL.contains(field)) {
                List<Document> branches = Fields.documents(filter, field);
                if (branches.isEmpty()) {
                    throw Refusal.badValue("$and/$or must be a nonempty array");
                }
                branches.forEach(GateOfQueries::check);
            } else {
                Gate.refuseUnless(!field.startsWith("$") || field.equals("$comment"), "the query operator " + field);
                checkCondition(value);
            }
        });
    }

    private static void checkCondition(@Nullable Object value) {
        if (!(value instanceof Document operators) || !Conditions.isOperators(operators)) {
            checkValue(value);
            return;
        }
        operators.forEach((operator, operand) -> {
            Gate.refuseUnless(
                    OPERATORS.contains(operator) && !LOGICAL.contains(operator), "the query operator " + operator);
            if (operator.equals("$elemMatch")) {
                Gate.refuseUnless(operators.size() == 1, "$elemMatch beside other operators");
                checkElements(Fields.required(operators, operator, Document.class));
            } else if (LISTS.contains(operator)) {
                Fields.required(operators, operator, Collection.class);
                checkValue(operand);
            } else {
                checkValue(operand);
            }
        });
    }

    /** What is asked of elements: of documents by field, or of plain values by operator. */
    static void checkElements(Document condition) {
        if (Conditions.isOperators(condition)
                && !LOGICAL.contains(condition.keySet().iterator().next())) {
            checkCondition(condition);
        } else {
            check(condition);
        }
    }

    private static void checkValue(@Nullable Object value) {
        Gate.refuseUnless(
                !(value instanceof BsonRegularExpression || value instanceof BsonJavaScript),
                "patterns and code in a filter");
        if (value instanceof Collection<?> list) {
            list.forEach(GateOfQueries::checkValue);
        } else if (value instanceof Document document) {
            document.keySet()
                    .forEach(name -> Gate.refuseUnless(!name.startsWith("$"), "the operator " + name + " in a value"));
        }
    }

    static void checkSort(Document sort) {
        sort.forEach((field, direction) -> Gate.refuseUnless(
                !field.startsWith("$") && Gate.isDirection(direction), "a sort by anything but fields up or down"));
    }

    static void checkProjection(Document projection) {
        projection.forEach((field, value) -> {
            boolean plain = value instanceof Boolean || value instanceof Number;
            Gate.refuseUnless(
                    plain && !field.contains("$") && (Projection.wanted(value) || field.equals("_id")),
                    "a projection that does more than include fields");
        });
    }

    /** What drivers make of {@code countDocuments}: an optional match, an optional limit, a group that counts. */
    static void checkPipeline(Command command) {
        Gate.refuseUnless(command.body().get("aggregate") instanceof String, "an aggregate over no collection");
        List<Document> stages = command.documents("pipeline");
        int next = 0;
        if (next < stages.size() && stages.get(next).get("$match") instanceof Document filter) {
            check(filter);
            next++;
        }
        if (next < stages.size() && stages.get(next).get("$limit") instanceof Number) {
            next++;
        }
        boolean counts = next == stages.size() - 1
                && stages.get(next).get("$group") instanceof Document group
                && group.keySet().equals(Set.of("_id", "n"))
                && !(group.get("_id") instanceof Document)
                && !(group.get("_id") instanceof String)
                && group.get("n") instanceof Document sum
                && sum.keySet().equals(Set.of("$sum"))
                && sum.get("$sum") instanceof Number one
                && one.doubleValue() == 1;
        Gate.refuseUnless(counts, "a pipeline that does more than count");
    }
}
