package org.careline.followup;

import java.time.Instant;
import java.util.List;
import org.careline.contact.Language;
import org.careline.lead.Action;
import org.careline.lead.CloseReason;
import org.careline.lead.DueItem;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;
import org.careline.lead.Stage;
import org.jspecify.annotations.Nullable;

/** What an outcome does to a lead: it always either owes one next thing, or closes the lead, or is refused. */
sealed interface OutcomeEffect {

    /**
     * The lead stays open, and this alone is owed to it.
     *
     * @param dueAt when; never before the outcome was reported
     * @param stage where the lead stands now
     * @param followUp the attempts, this one included if it counts
     * @param safetyHold whether somebody fears for the person's safety; an outcome never ends that
     * @param language what the person speaks, if that was learnt now: whoever owns the lead may not be able to; else null
     * @param afterwards what is owed instead once nobody fears for the person's safety any more; null unless somebody does
     */
    record Owed(
            Action what,
            Instant dueAt,
            Stage stage,
            FollowUp followUp,
            boolean safetyHold,
            @Nullable Language language,
            @Nullable DueItem afterwards,
            Explanation why)
            implements OutcomeEffect {}

    /** The lead is closed. */
    record Closed(CloseReason reason, Explanation why) implements OutcomeEffect {}

    /**
     * Nothing changes.
     *
     * @param refusals everything that is wrong with the report; at least one
     */
    record Refused(List<ReportFault> refusals) implements OutcomeEffect {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
