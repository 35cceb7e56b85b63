package org.careline.store;

import java.util.function.Function;

/**
 * How a value type is kept in a document: as one text. A module declares a bean of this type for each of its values; it
 * holds for ids, fields and elements of collections alike.
 *
 * @param type the value type; declared once in the whole application
 * @param write the value as text
 * @param read the text as a value again
 */
public record StoredAsText<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {}
