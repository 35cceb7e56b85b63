package org.careline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingBook.Opened;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.State;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The sound of a recording; its id stands in the touches of a lead. */
@RestController
class RecordingEndpoint {

    private static final int ASK_AGAIN = 60;

    private final RecordingBook recordings;

    RecordingEndpoint(RecordingBook recordings) {
        this.recordings = recordings;
    }

    @NeedsScope(ApiScope.LEADS)
    @GetMapping(ApiPaths.RECORDINGS + "/{id}")
    @Operation(summary = "The sound of a recording, whole or in ranges")
    @ApiResponse(
            responseCode = "200",
            description = "The sound",
            content = @Content(mediaType = "audio/mpeg", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "There is no such recording, or its sound is not here yet")
    @ApiResponse(responseCode = "410", description = "Its sound is erased")
    ResponseEntity<?> listen(@PathVariable String id, @AuthenticationPrincipal ApiClient client) {
        return RecordingId.isOne(id) ? answer(recordings.open(new RecordingId(id), client.actor())) : unknown();
    }

    private static ResponseEntity<?> answer(Opened opened) {
        if (opened instanceof Sound sound) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.parseMediaType(sound.type()))
                    .body(new ByteArrayResource(sound.bytes()));
        }
        if (opened instanceof Opened.NotHere missing) {
            return missing(missing.state());
        }
        return opened instanceof Opened.Unreadable unreadable ? unreadable(unreadable) : unknown();
    }

    private static ResponseEntity<?> missing(State state) {
        return switch (state) {
            case EXPECTED, WHOLE, KEPT ->
                Problem.of(HttpStatus.NOT_FOUND, "Its sound is still with the carrier.")
                        .response(ASK_AGAIN);
            case ERASING, ERASED ->
                Problem.of(HttpStatus.GONE, "Its sound is erased.").response();
            case LOST ->
                Problem.of(HttpStatus.NOT_FOUND, "The carrier has no sound of it.")
                        .response();
        };
    }

    private static ResponseEntity<?> unreadable(Opened.Unreadable unreadable) {
        String why = unreadable.otherKey() ? "It was encrypted with another key." : "It is damaged.";
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, why).response();
    }

    private static ResponseEntity<?> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no recording with this id.")
                .response();
    }
}
