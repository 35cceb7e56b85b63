package org.careline.console;

import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingBook.Opened;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.State;
import org.careline.staff.Actor;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Plays a recording to whoever is signed in, whole or in ranges; no copy of it stays in the browser. */
@Controller
class RecordingController {

    static final String PATH = "/console/recordings/";

    private final RecordingBook recordings;

    RecordingController(RecordingBook recordings) {
        this.recordings = recordings;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<?> listen(@PathVariable String id, Actor.Person me) {
        return RecordingId.isOne(id)
                ? answer(recordings.open(new RecordingId(id), me))
                : told(HttpStatus.NOT_FOUND, "There is no such recording.");
    }

    private static ResponseEntity<?> answer(Opened opened) {
        if (opened instanceof Sound sound) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.parseMediaType(sound.type()))
                    .body(new ByteArrayResource(sound.bytes()));
        }
        if (opened instanceof Opened.NotHere missing) {
            boolean erased = missing.state() == State.ERASING || missing.state() == State.ERASED;
            return told(
                    erased ? HttpStatus.GONE : HttpStatus.NOT_FOUND,
                    erased ? "This recording is erased." : "This recording is not here.");
        }
        return opened instanceof Opened.Unreadable
                ? told(HttpStatus.INTERNAL_SERVER_ERROR, "This recording cannot be decrypted.")
                : told(HttpStatus.NOT_FOUND, "There is no such recording.");
    }

    private static ResponseEntity<?> told(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(sentence);
    }
}
