package org.careline.telephony;

import java.time.Duration;
import org.careline.speech.PromptSounds;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives the carrier the sounds that callers hear. */
@Controller
class PromptController {

    private static final MediaType WAV = new MediaType("audio", "wav");
    private static final Duration KEPT = Duration.ofDays(30);

    private final PromptSounds sounds;

    PromptController(PromptSounds sounds) {
        this.sounds = sounds;
    }

    @GetMapping(PromptSounds.PATH + "{file}")
    ResponseEntity<Resource> sound(@PathVariable String file) {
        return sounds.file(file)
                .map(found -> ResponseEntity.ok()
                        .contentType(WAV)
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                        .<Resource>body(new FileSystemResource(found)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
