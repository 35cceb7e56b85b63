package org.careline.waiting;

/** Is told what nobody at a phone tells. */
public interface LineListener {

    /** Something of a waiting ended by itself, because it had lasted too long, and that is written. */
    void tidied(WaitingCall call);
}
