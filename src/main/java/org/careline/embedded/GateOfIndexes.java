package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;

/** The gate for indexes: fields up or down, and no option. */
final class GateOfIndexes {

    private static final Set<String> OPTIONS = GateTable.accepted("index");

    private GateOfIndexes() {}

    static void check(Document index) {
        index.forEach((option, value) -> Gate.refuseUnless(
                OPTIONS.contains(option) || Boolean.FALSE.equals(value), "the index option '" + option + "'"));
        Document key = Fields.required(index, "key", Document.class);
        Gate.refuseUnless(!key.isEmpty(), "an index without fields");
        key.forEach((field, direction) -> Gate.refuseUnless(
                Gate.isDirection(direction)
                        && FieldPath.of(field).steps().stream().allMatch(GateOfIndexes::isName),
                "an index of anything but fields up or down"));
    }

    private static boolean isName(String step) {
        return !step.isEmpty() && !step.startsWith("$") && !step.matches("\\d+");
    }
}
