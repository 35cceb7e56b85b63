package org.careline.waiting;

import java.time.Duration;

/**
 * How long things may last in the waiting line.
 *
 * @param longestWait after that a caller is asked for a message
 * @param lease how long a caller counts as there after they were last heard of
 * @param longestRing a phone rings, is picked up and answers within this, or is lost
 * @param longestBridge whoever accepted is connected within this, or has not accepted
 * @param longestTalk when the carrier cuts off a talk
 * @param resume how long an abandoned place is kept for who calls again
 * @param callBackWithin how long somebody who was promised a call back stays in the line
 * @param hangUpWithin how long they may take to hang up after the promise
 * @param wrapUp how long a coordinator writes up a talk before they are rung again
 * @param mostRung how many phones are rung for one waiting
 */
public record LineRules(
        Duration longestWait,
        Duration lease,
        Duration longestRing,
        Duration longestBridge,
        Duration longestTalk,
        Duration resume,
        Duration callBackWithin,
        Duration hangUpWithin,
        Duration wrapUp,
        int mostRung) {}
