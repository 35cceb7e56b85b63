package org.careline.intake;

import java.util.List;
import java.util.Optional;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Explanation;
import org.careline.lead.LeadId;
import org.careline.lead.Touch;
import org.careline.staff.Alarms;
import org.springframework.stereotype.Component;

/** Tells people of danger, once for what was heard now: by its lead, or by its receipt where it has none. */
@Component
final class DangerAlarms {

    private final Alarms alarms;

    DangerAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    /** @param written of which every write held */
    Decision raise(Decision written) {
        StoredInquiry before = written.seen().stored();
        if (written.inquiry().danger() && !before.danger()) {
            alarms.raise(Alarms.Kind.SAFETY_CONCERN, before.receipt());
        }
        heardOf(written).ifPresent(lead -> alarms.raise(Alarms.Kind.SAFETY_CONCERN, lead.value()));
        return written;
    }

    private static Optional<LeadId> heardOf(Decision written) {
        List<Touch> touches = written.all(WriteKind.TOUCHES);
        boolean heard = touches.stream().anyMatch(DangerAlarms::tells);
        return written.lead()
                .filter(lead -> heard
                        && !written.seen()
                                .decidedBefore()
                                .filter(DangerAlarms::tells)
                                .isPresent());
    }

    private static boolean tells(Touch touch) {
        return touch.explains(Explanation.Step.DANGER);
    }
}
