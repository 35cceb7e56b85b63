package org.careline.console;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.careline.lead.Act;
import org.careline.lead.ActId;
import org.careline.lead.Lead;
import org.careline.lead.LeadDesk;
import org.careline.lead.LeadDesk.Changed;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes notes. A form carries the id of the note that it makes, so that sending it twice makes one note. */
@Component
class NoteDesk {

    static final int LONGEST = 4_000;

    private final LeadDesk leads;
    private final Clock clock;

    NoteDesk(LeadDesk leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    /** The id of a note that is still to be written. */
    static String nextId() {
        return UUID.randomUUID().toString();
    }

    /** What was typed, ready to be kept; empty if it is no note or longer than {@link #LONGEST} characters. */
    static Optional<String> note(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(NoteDesk::lines)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    /** With one character at the end of a line, as it was typed; a form is sent with two. */
    static String lines(String sent) {
        return sent.replace("\r\n", "\n");
    }

    Changed write(LeadId id, CoordinatorId by, @Nullable String noteId, String note) {
        ActId act = new ActId(known(noteId).orElseGet(NoteDesk::nextId));
        return leads.change(id, lead -> Optional.of(noted(lead, act, by, note)));
    }

    private Lead noted(Lead lead, ActId id, CoordinatorId by, String note) {
        Act last = lead.work().lastAct();
        return last != null && last.id().equals(id)
                ? lead
                : lead.after(new Act(id, 0, lead.id(), clock.instant(), by, Act.What.NOTE, null, note, null));
    }

    private static Optional<String> known(@Nullable String noteId) {
        return Optional.ofNullable(noteId).filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }
}
