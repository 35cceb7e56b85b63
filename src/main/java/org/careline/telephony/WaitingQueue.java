package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.routing.RingPlan;
import org.careline.speech.Before;
import org.careline.speech.WebhookReply;
import org.jspecify.annotations.Nullable;

/** The waiting line as a call comes to it. */
interface WaitingQueue {

    /** Lets a caller wait after these words; empty if the line cannot be used or nobody could be rung for them. */
    Optional<WebhookReply> enter(IncomingCall call, RingPlan plan, Before before);

    /** How long it takes until it is the caller's turn, by the last place that they heard of; zero if that is not known. */
    Duration turn(IncomingCall call);

    /**
     * Keeps the place of a caller who was in the line and is promised to be called back.
     *
     * @param entered another number than the caller's; null for theirs
     */
    void promised(IncomingCall call, @Nullable PhoneNumber entered);

    /** A call has ended, wherever it was. */
    void isOver(IncomingCall call);
}
