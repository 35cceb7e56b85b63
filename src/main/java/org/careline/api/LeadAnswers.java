package org.careline.api;

import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.recording.RecordingBook;
import org.careline.staff.Actor;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with one lead as it is now. */
@Component
class LeadAnswers {

    private final LeadBook book;
    private final RecordingBook recordings;
    private final Roster roster;

    LeadAnswers(LeadBook book, RecordingBook recordings, Roster roster) {
        this.book = book;
        this.recordings = recordings;
        this.roster = roster;
    }

    /** The lead, or the one that took it over. */
    ResponseEntity<?> shown(LeadId id, HttpStatus status, Actor reader) {
        return book.find(id, reader)
                .<ResponseEntity<?>>map(file -> ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(LeadOut.of(file, roster, RecordingOut.of(file, recordings))))
                .orElseGet(this::missing);
    }

    ResponseEntity<?> missing() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no lead with this id.")
                .response();
    }
}
