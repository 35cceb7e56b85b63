package org.careline.intake;

import org.careline.lead.SourceId;

/** Makes receipts and knows our own. */
public interface Receipts {

    Receipt of(SourceId source);

    /** Whether this text is a receipt that an installation with our signing key gave out. */
    boolean ours(String text);
}
