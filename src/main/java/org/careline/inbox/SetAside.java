package org.careline.inbox;

import java.time.Instant;
import org.careline.lead.Fact;

/**
 * A field that could not be used. The inquiry was taken without it; who sent it is told, and whoever works on the lead sees
 * what was typed.
 *
 * @param typed what stood there, cut to a line; empty if it was no text
 */
public record SetAside(FieldFault fault, String typed) {

    Fact fact(Instant at) {
        return Fact.setAside(fault.field(), fault.code().word(), typed, at);
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "SetAside[" + fault.field() + "]";
    }
}
