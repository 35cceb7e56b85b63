package org.careline.waiting;

import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Whose call it is.
 *
 * @param dialled the clinic's number
 * @param phone where they are called back; null if they withhold it
 * @param spoken in which languages they are spoken to, as the addresses of the call say it
 * @param language what they chose to speak (BCP 47); null if they did not
 * @param recorded whether they have heard that talks are recorded, and have not declined
 */
public record WaitingCaller(
        String dialled,
        @Nullable PhoneNumber phone,
        String spoken,
        @Nullable Language language,
        boolean recorded) {

    /**
     * The same person, as a later request of their call tells of them. The carrier asks the queue's first address again and
     * again, so a language that they have chosen since, and that they do not want to be recorded, stay.
     */
    WaitingCaller told(WaitingCaller later) {
        boolean chose = language != null && later.language == null;
        return new WaitingCaller(
                dialled,
                phone,
                chose ? spoken : later.spoken,
                chose ? language : later.language,
                recorded && later.recorded);
    }

    WaitingCaller at(@Nullable PhoneNumber other) {
        return other == null ? this : new WaitingCaller(dialled, other, spoken, language, recorded);
    }

    /** Numbers never reach a log. */
    @Override
    public String toString() {
        return "WaitingCaller[" + spoken + "]";
    }
}
