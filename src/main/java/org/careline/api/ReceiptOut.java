package org.careline.api;

import org.careline.intake.Receipt;

/** The answer to an accepted inquiry: the same for known and unknown people. */
record ReceiptOut(String receipt) {

    static ReceiptOut of(Receipt receipt) {
        return new ReceiptOut(receipt.value());
    }
}
