package org.careline.intake;

import org.careline.lead.LeadId;
import org.careline.staff.Alarms;
import org.springframework.stereotype.Component;

/** Tells people of danger, once for each inquiry whose words speak of it: by its lead, or by its receipt where it has none. */
@Component
final class DangerAlarms {

    private final Alarms alarms;

    DangerAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    /** @param written of which every write held */
    Decision raise(Decision written) {
        if (written.inquiry().danger() && !written.seen().stored().danger()) {
            String receipt = written.seen().stored().receipt();
            alarms.raise(
                    Alarms.Kind.SAFETY_CONCERN,
                    written.lead().map(LeadId::value).orElse(receipt));
        }
        return written;
    }
}
