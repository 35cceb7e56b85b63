package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gate for what is stored: documents and update operators. */
final class GateOfUpdates {

    private static final Set<String> OPERATORS = GateTable.accepted("update");
    private static final Set<String> MODIFIERS = GateTable.accepted("modifier");

    private GateOfUpdates() {}

    static void checkStored(Document document) {
        for (String name : document.keySet()) {
            if (name.startsWith("$")) {
                throw new MongoServerError(
                        52,
                        "DollarPrefixedFieldName",
                        "A field name at the top of a document begins with a dollar sign");
            }
        }
    }

    static void check(@Nullable Object update) {
        Gate.refuseUnless(!(update instanceof Collection), "a pipeline as update");
        if (!(update instanceof Document document)) {
            throw Refusal.failedToParse("An update is a document");
        }
        if (!Conditions.isOperators(document)) {
            checkStored(document);
            return;
        }
        for (Map.Entry<String, Object> operator : document.entrySet()) {
            String name = operator.getKey();
            Gate.refuseUnless(OPERATORS.contains(name) && name.startsWith("$"), "the update operator " + name);
            Fields.required(document, name, Document.class)
                    .forEach((path, operand) -> checkOperand(name, path, operand));
        }
    }

    private static void checkOperand(String operator, String path, @Nullable Object operand) {
        for (String step : FieldPath.of(path).steps()) {
            Gate.refuseUnless(!step.startsWith("$"), "a positional path");
            if (step.isEmpty()) {
                throw new MongoServerError(56, "EmptyFieldName", "A path has an empty name");
            }
        }
        if (operand instanceof Document arguments && Conditions.isOperators(arguments)) {
            switch (operator) {
                case "$push", "$addToSet" -> checkModifiers(operator, arguments);
                case "$pull" -> GateOfQueries.checkElements(arguments);
                default -> Gate.refuseUnless(false, "a value with an operator in it");
            }
        } else if (operator.equals("$pull") && operand instanceof Document condition) {
            GateOfQueries.checkElements(condition);
        }
    }

    private static void checkModifiers(String operator, Document arguments) {
        for (String modifier : arguments.keySet()) {
            boolean known = operator.equals("$push") ? MODIFIERS.contains(modifier) : modifier.equals("$each");
            Gate.refuseUnless(known, "the modifier " + modifier + " of " + operator);
        }
        Fields.required(arguments, "$each", Collection.class);
        if (arguments.containsKey("$slice")) {
            Fields.required(arguments, "$slice", Number.class);
        }
    }
}
