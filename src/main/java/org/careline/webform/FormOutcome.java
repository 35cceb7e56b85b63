package org.careline.webform;

import java.util.List;
import org.careline.inbox.FieldFault;

/** What becomes of a form that was sent. */
sealed interface FormOutcome {

    /** It is an inquiry; whether it looks like a robot's is not told. */
    record Taken(String receipt) implements FormOutcome {}

    /** It has to be sent again, with these faults mended; without faults, it was only too old or sent twice. */
    record Again(FormToken token, List<FieldFault> faults) implements FormOutcome {}

    /** Nothing can be stored. */
    record NoRoom() implements FormOutcome {}
}
