package org.careline.webform;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.careline.settings.ClinicForms;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheets with each form's own colours, for no page may carry styles in itself. */
@Controller
class LookController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Map<String, String> looks;

    LookController(ClinicForms forms) {
        this.looks = forms.forms().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, form -> Palette.css(form.getValue().colours())));
    }

    /** A browser asks whether its copy is good, so that new colours are seen at once. */
    @GetMapping("/forms/{id}/look.css")
    ResponseEntity<String> look(@PathVariable String id) {
        String look = looks.get(id);
        return look == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .eTag(DigestUtils.md5DigestAsHex(look.getBytes(StandardCharsets.UTF_8)))
                        .contentType(CSS)
                        .body(look);
    }
}
