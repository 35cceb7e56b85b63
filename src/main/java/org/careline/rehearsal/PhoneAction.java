package org.careline.rehearsal;

import java.time.Duration;

/** What somebody does at a phone. */
public sealed interface PhoneAction {

    /** @param keys of {@code 0-9*#}, pressed one after the other */
    record Press(String keys) implements PhoneAction {

        public Press {
            if (!keys.matches("[0-9*#]{1,40}")) {
                throw new IllegalArgumentException("Keys are 0 to 9, * and #");
            }
        }
    }

    /** Says words, as fast as people do; a menu that listens hears them, and so does a recorder. */
    record Say(String words) implements PhoneAction {}

    /** Speaks for a while, as onto a recorder. */
    record Speak(Duration length) implements PhoneAction {}

    /** Takes a ringing phone. */
    record PickUp() implements PhoneAction {}

    /** Takes a ringing phone and presses 1 as soon as a menu listens. */
    record Accept() implements PhoneAction {}

    /** Sends a ringing phone away: engaged. */
    record Decline() implements PhoneAction {}

    /** Lets the phone's own mailbox take it, which listens and says nothing. */
    record LetMailbox() implements PhoneAction {}

    /** Ends the call. */
    record HangUp() implements PhoneAction {}

    /** Does not wait for the end of what is being said. */
    record Skip() implements PhoneAction {}
}
