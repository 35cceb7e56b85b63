package org.careline.inbox;

import org.careline.lead.SourceId;

/** Makes receipts and knows our own. */
public interface Receipts {

    /** The one by which an inquiry is known. */
    Receipt of(SourceId source);

    /**
     * The one that is handed out. Of somebody who may be in danger it looks like any other, and our own pages read in it that
     * they have to begin with where help is.
     *
     * @param danger whether the content tells of danger; a repeat of the same content is given the same receipt
     */
    Receipt handedOut(SourceId source, boolean danger);

    /** Whether a receipt of ours was handed out to somebody who may be in danger. */
    boolean tellsOfDanger(String text);

    /** The receipt by which the inquiry is known to which this one was handed out; the same text if it is not ours. */
    Receipt known(Receipt handedOut);

    /** Whether this text is a receipt that an installation with our signing key gave out. */
    boolean ours(String text);
}
