package org.careline.draft;

import java.time.Instant;
import java.util.Map;
import org.careline.lead.LeadId;

/**
 * What is on the sheet of one page.
 *
 * @param lead the lead whose page it is
 * @param page the page that it was typed on
 * @param step how often that page had kept something; a later step is newer
 * @param at when it was kept
 * @param fields what was typed, by field; never empty
 */
public record Draft(LeadId lead, String page, long step, Instant at, Map<String, String> fields) {

    public Draft {
        fields = Map.copyOf(fields);
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "Draft[" + page + " " + step + "]";
    }
}
