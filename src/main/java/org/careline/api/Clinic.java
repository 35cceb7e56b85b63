package org.careline.api;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What this door knows of the clinic.
 *
 * @param region the ISO 3166 country of numbers without {@code +}
 * @param forms whether there is a form of this id
 * @param phone the number to show when nothing can be taken, as people read it
 */
record Clinic(String region, Predicate<String> forms, Supplier<String> phone) {}
