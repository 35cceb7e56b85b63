package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dotted path into documents. It leads through arrays to each of their elements, and what is not there counts as
 * null, as in MongoDB's indexes.
 *
 * @param text the path as written
 * @param steps its names
 */
record FieldPath(String text, List<String> steps) {

    static FieldPath of(String text) {
        return new FieldPath(text, List.of(text.split("\\.", -1)));
    }

    /** The first name: paths that share it meet the same array. */
    String root() {
        return steps.get(0);
    }

    Found in(Document document) {
        Found found = new Found(new ArrayList<>());
        boolean array = walk(document, 0, found.values());
        return array ? new Found(found.values(), true) : found;
    }

    private boolean walk(@Nullable Object node, int step, List<@Nullable Object> values) {
        if (node instanceof Collection<?> array) {
            walkArray(array, step, values);
            return true;
        }
        if (step == steps.size()) {
            values.add(node);
            return false;
        }
        if (node instanceof Document document) {
            return walk(document.get(steps.get(step)), step + 1, values);
        }
        values.add(null);
        return false;
    }

    private void walkArray(Collection<?> array, int step, List<@Nullable Object> values) {
        boolean atEnd = step == steps.size();
        if (array.isEmpty()) {
            values.add(atEnd ? OrderedKey.EMPTY_ARRAY : null);
        }
        for (Object element : array) {
            if (atEnd || !(element instanceof Document)) {
                values.add(atEnd ? element : null);
            } else {
                walk(element, step, values);
            }
        }
    }

    /**
     * What stands at a path.
     *
     * @param values at least one value, null for what is missing
     * @param array whether an array was met on the way or at the end
     */
    record Found(List<@Nullable Object> values, boolean array) {

        Found(List<@Nullable Object> values) {
            this(values, false);
        }
    }
}
