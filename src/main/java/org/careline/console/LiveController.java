package org.careline.console;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of signals, and the question whether one is still signed in. */
@RestController
class LiveController {

    private static final String EVENTS = "/console/events";
    private static final String PING = "/console/ping";

    static final Set<String> PATHS = Set.of(EVENTS, PING);

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = EVENTS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(HttpSession session, HttpServletResponse response) {
        // A proxy that gathers an answer before it passes it on would make the stream useless.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.listen(session.getId())
                .map(ResponseEntity::ok)
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }

    @GetMapping(PING)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ping() {
        // Whoever is not signed in does not get here.
    }
}
