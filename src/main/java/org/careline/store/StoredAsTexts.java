package org.careline.store;

import java.util.function.Function;

/**
 * How a set of values is kept in one field of a document: as a list of texts. For a set whose elements are of several types,
 * which {@link StoredAsText} would write each in its own way. A module declares a bean of this type for each such field.
 *
 * @param owner the record
 * @param field its component, a {@code Set<T>}
 * @param write an element as text
 * @param read the text as an element again
 */
public record StoredAsTexts<T>(Class<?> owner, String field, Function<T, String> write, Function<String, T> read) {}
