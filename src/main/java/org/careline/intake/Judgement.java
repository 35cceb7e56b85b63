package org.careline.intake;

import org.careline.inbox.Progress;
import org.careline.inbox.Reason;

/** Whether an inquiry can become a touch. */
sealed interface Judgement {

    Sighting sighting();

    record Placeable(Sighting sighting) implements Judgement {}

    /** A stated rule says no, for now or for ever. */
    record Refusal(Sighting sighting, Progress end, Reason reason) implements Judgement {}

    /** A withheld caller who may yet leave a voicemail. */
    record TooEarly(Sighting sighting) implements Judgement {}
}
