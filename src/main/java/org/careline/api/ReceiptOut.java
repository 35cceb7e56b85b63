package org.careline.api;

import java.util.List;
import org.careline.inbox.FieldFault;
import org.careline.inbox.Receipt;

/**
 * The answer to an accepted inquiry: the same for known and unknown people.
 *
 * @param warnings the fields that could not be used, as faults are told; the inquiry stands without them
 */
record ReceiptOut(String receipt, List<Problem.Fault> warnings) {

    static ReceiptOut of(Receipt receipt, List<FieldFault> aside) {
        return new ReceiptOut(
                receipt.value(), aside.stream().map(Problem.Fault::of).toList());
    }
}
