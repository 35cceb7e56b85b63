package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document an update operator works: the innermost document or array on a path, and the last name.
 *
 * @param holder a {@link Document} or a {@link List}
 * @param step a field of it or the position in it
 */
record Place(Object holder, String step) {

    /** Makes the documents on the way that are missing. */
    static Place made(Document document, List<String> steps) {
        return walk(document, steps, true).orElseThrow();
    }

    /** Empty if something on the way is missing. */
    static Optional<Place> found(Document document, List<String> steps) {
        return walk(document, steps, false);
    }

    private static Optional<Place> walk(Document document, List<String> steps, boolean make) {
        Object holder = document;
        for (String step : steps.subList(0, steps.size() - 1)) {
            Place place = new Place(holder, step);
            if (!place.exists()) {
                if (!make) {
                    return Optional.empty();
                }
                place.set(new Document());
            }
            Object below = place.value();
            if (!(below instanceof Document || below instanceof List)) {
                throw new MongoServerError(
                        28, "PathNotViable", "Cannot create a field below the value of '" + step + "'");
            }
            holder = below;
        }
        return Optional.of(new Place(holder, steps.get(steps.size() - 1)));
    }

    boolean exists() {
        return holder instanceof Document document ? document.containsKey(step) : position() < array().size();
    }

    @Nullable Object value() {
        if (!exists()) {
            return null;
        }
        return holder instanceof Document document ? document.get(step) : array().get(position());
    }

    void set(@Nullable Object value) {
        if (holder instanceof Document document) {
            document.put(step, value);
        } else if (position() < array().size()) {
            array().set(position(), value);
        } else if (position() == array().size()) {
            array().add(value);
        } else {
            throw Refusal.notImplemented("setting an array element far behind the end");
        }
    }

    void remove() {
        if (holder instanceof Document document) {
            document.remove(step);
        } else if (exists()) {
            array().set(position(), null);
        }
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object> array() {
        return (List<@Nullable Object>) holder;
    }

    private int position() {
        if (!step.matches("\\d{1,6}")) {
            throw new MongoServerError(28, "PathNotViable", "Cannot create the field '" + step + "' in an array");
        }
        return Integer.parseInt(step);
    }
}
