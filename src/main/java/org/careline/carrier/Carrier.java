package org.careline.carrier;

import java.time.Instant;
import java.util.List;

/**
 * The carrier of the clinic's numbers. Each method blocks until it answers, half a minute at most for a connection and five
 * seconds between two bytes, and never throws for what a network or a carrier can do. A question is repeated a few times;
 * what changes anything is sent once. Safe for any number of threads.
 */
public interface Carrier {

    /** Every call of the account that began at this time or later, legs included; the carrier's own order. */
    Answer<List<PhoneCall>> callsSince(Instant begin);

    /** One call or leg as it is now. */
    Answer<PhoneCall> call(String sid);

    /** Every recording made at this time or later. */
    Answer<List<VoiceRecording>> recordingsSince(Instant made);

    /** A recording's sound, as MP3. */
    Answer<byte[]> media(String recording);

    /** Deletes a recording and its sound; done also tells its SID. One that is gone is refused with 20404. */
    Answer<String> delete(String recording);

    /** The numbers of the account, with what it does when they are called. */
    Answer<List<NumberSetup>> numbers();

    /**
     * Makes a number ask these addresses when it is called, and tells how it is set up then. A trunk or an application is
     * neither set nor taken away: Twilio's description of its API knows no way to take one away.
     */
    Answer<NumberSetup> setUp(NumberSetup wanted);

    /** Rings a phone, as often a second as the account may, and tells the leg's SID. */
    Answer<String> place(Leg leg);

    /** Ends a call or leg, ringing or answered. One that is over is refused. */
    Answer<PhoneCall> end(String sid);
}
