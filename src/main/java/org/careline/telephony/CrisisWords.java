package org.careline.telephony;

/** What a caller in a crisis is told, whatever else happens on the line. */
@FunctionalInterface
interface CrisisWords {

    /** @param language BCP 47; words in English if there are none in it */
    String spoken(String language);
}
