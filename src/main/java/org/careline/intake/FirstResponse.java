package org.careline.intake;

import java.time.Instant;
import java.util.Map;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;

/** Says why nobody owns a new lead and why its next action is due when it is. */
final class FirstResponse {

    private static final String VERSION = "1";

    private FirstResponse() {}

    static Explanation unassigned() {
        return new Explanation(
                Explanation.Step.ASSIGN,
                "taken-from-queue",
                VERSION,
                "Nobody is assigned by rule: whoever is free takes the lead from the queue.",
                Map.of());
    }

    static Explanation plan(Sighting sighting) {
        Instant contactAt = sighting.inquiry().at();
        return new Explanation(
                Explanation.Step.PLAN,
                "first-response",
                VERSION,
                "A call is due five minutes after the earliest contact that nobody has answered yet; while the caller is"
                        + " on the line, nobody dials them.",
                Map.of(
                        "contact-at", contactAt.toString(),
                        "call-due-at", contactAt.plus(Lead.FIRST_RESPONSE).toString(),
                        "on-the-line", String.valueOf(sighting.onTheLine())));
    }
}
