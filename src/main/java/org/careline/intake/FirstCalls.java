package org.careline.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.careline.intake.Placement.Matched;
import org.careline.intake.Placement.Planned;
import org.careline.lead.Explanation;

/** Plans the first call that a contact asks for. Pure: from the contact alone, so that every order gives the same. */
final class FirstCalls {

    private static final String VERSION = "1";

    /** A new enquiry is called within five minutes (leads.md §4.6: "human call 5 min"). */
    private static final Duration SOON = Duration.ofMinutes(5);

    Placement plan(Placement placement) {
        return placement instanceof Matched matched
                ? new Planned(matched.sighting(), matched.match(), firstCall(matched.sighting()))
                : placement;
    }

    private static FirstCall firstCall(Sighting sighting) {
        Instant contactAt = sighting.inquiry().at();
        Instant dueAt = contactAt.plus(SOON);
        Explanation why = new Explanation(
                Explanation.Step.PLAN,
                "first-response",
                VERSION,
                "A call is due five minutes after the earliest contact that nobody has answered yet; while the caller is"
                        + " on the line, nobody dials them.",
                Map.of(
                        "contact-at", contactAt.toString(),
                        "call-due-at", dueAt.toString(),
                        "on-the-line", String.valueOf(sighting.onTheLine())));
        return new FirstCall(dueAt, why);
    }
}
