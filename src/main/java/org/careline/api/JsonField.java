package org.careline.api;

import java.util.Optional;
import java.util.function.Function;
import org.careline.inbox.FieldFault;

/**
 * A field of a flat JSON body; it is sent as a string, or as true or false.
 *
 * @param name as it is sent
 * @param required whether it must be sent
 * @param flag whether it is sent as true or false
 * @param reading its value; empty if the text is none
 * @param wrong the kind of fault if it is none
 * @param expected what it takes, for the person who writes the sender's program
 */
record JsonField<T>(
        String name,
        boolean required,
        boolean flag,
        Function<String, Optional<T>> reading,
        FieldFault.Code wrong,
        String expected) {

    static <T> JsonField<T> required(
            String name, Function<String, Optional<T>> reading, FieldFault.Code wrong, String expected) {
        return new JsonField<>(name, true, false, reading, wrong, expected);
    }

    /** One that must be sent, and be true. */
    static JsonField<Boolean> affirmed(String name) {
        return new JsonField<>(
                name,
                true,
                true,
                text -> Optional.of(Boolean.valueOf(text)).filter(said -> said),
                FieldFault.Code.INVALID,
                "true");
    }

    static <T> JsonField<T> optional(
            String name, Function<String, Optional<T>> reading, FieldFault.Code wrong, String expected) {
        return new JsonField<>(name, false, false, reading, wrong, expected);
    }
}
