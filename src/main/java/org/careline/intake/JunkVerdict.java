package org.careline.intake;

import org.careline.inbox.Progress;
import org.careline.inbox.Reason;

/** Whether an inquiry can become a touch. */
sealed interface JunkVerdict {

    InquiryInView seen();

    record Placeable(InquiryInView seen) implements JunkVerdict {}

    /** A stated rule says no, for now or for ever. */
    record Refusal(InquiryInView seen, Progress end, Reason reason) implements JunkVerdict {}

    /** A withheld caller who may yet leave a voicemail. */
    record TooEarly(InquiryInView seen) implements JunkVerdict {}
}
