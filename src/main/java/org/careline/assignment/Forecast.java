package org.careline.assignment;

import java.util.ArrayList;
import java.util.List;
import org.careline.assignment.Rotation.Decided;
import org.careline.contact.Language;
import org.careline.lead.Assignment;
import org.careline.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * Who would get leads that nobody has asked for yet.
 *
 * @param now the rotation from which it goes on
 */
record Forecast(Rotation now) {

    /** @param language what their people wish to speak; null if they do not say */
    List<Assignment> next(int count, @Nullable Language language) {
        Rotation rotation = now;
        List<Assignment> next = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            LeadId nobodys = new LeadId("%024x".formatted(number));
            Decided decided = rotation.decide(new AssignmentRequest(nobodys, 1, language, null, false));
            next.add(decided.assignment());
            rotation = decided.after();
        }
        return next;
    }
}
