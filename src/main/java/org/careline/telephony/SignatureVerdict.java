package org.careline.telephony;

/** What the signature says about a request. */
sealed interface SignatureVerdict {

    /** Twilio sent it, and for our account. */
    record Trusted(WebhookForm parameters) implements SignatureVerdict {}

    /** Nobody who knows the token sent it, or it is another account's. */
    record Refused(Refusal reason) implements SignatureVerdict {}

    /**
     * It bears a signature that cannot be checked, because what was signed cannot be read. If a caller waits behind it,
     * they are answered: the last resort's words are public.
     */
    record Illegible(LastResort.Cause cause) implements SignatureVerdict {}

    /** Why a request gets 403; the label of the counter. */
    enum Refusal {
        MISSING_SIGNATURE,
        WRONG_SIGNATURE,
        OTHER_ACCOUNT,
        /** It names a key or an algorithm that is not ours. */
        UNKNOWN_KEY
    }
}
