package org.careline.console;

import java.nio.charset.StandardCharsets;
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

/** Takes notes. A form carries an id, so that sending the same words twice makes one note. */
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
        ActId act = new ActId(known(noteId).map(form -> actId(form, by, note)).orElseGet(NoteDesk::nextId));
        return leads.change(id, lead -> Optional.of(noted(lead, act, by, note)));
    }

    /** Of the words too: two pages that took over one draft have one id, and what was added on one of them is another note. */
    private static String actId(String form, CoordinatorId by, String note) {
        String all = form + ":" + by + ":" + note;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
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
