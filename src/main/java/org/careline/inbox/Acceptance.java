package org.careline.inbox;

/** The inbox's answer. */
public sealed interface Acceptance {

    /** It is durable: it survives the end of this process at any instant. */
    record Accepted(Receipt receipt) implements Acceptance {}

    /** The key was used before with another content. Nothing was stored; ask the sender for a fresh key. */
    record KeyReused() implements Acceptance {}

    /** Neither the store nor this node's disk takes it now. Nothing was stored; show the clinic's phone number. */
    record NoRoom() implements Acceptance {}
}
