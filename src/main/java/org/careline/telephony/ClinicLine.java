package org.careline.telephony;

import org.jspecify.annotations.Nullable;

/**
 * A number that the clinic publishes, as far as a caller hears of it.
 *
 * @param number E.164
 * @param language BCP 47
 * @param greeting the clinic's own first sentence; null for ours
 * @param source where people found this number; null if the clinic does not say
 */
record ClinicLine(
        String number,
        String language,
        @Nullable String greeting,
        @Nullable String source) {}
