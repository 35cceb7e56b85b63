package org.careline.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The consent texts of a form; each stands beside a box that nobody has ticked beforehand. The version is kept with every
 * consent, so that it must never name two wordings: the fingerprint beside it is that of the texts, and whoever changes a text
 * gives it a new version and leaves the old one, with its fingerprint, in the file.
 *
 * @param version year and month of the wording, with a letter where a month has several
 * @param fingerprint of these texts, as a check of the file tells it
 * @param call to be called back
 * @param text to get text messages
 * @param voicemail that a voicemail may be left
 * @param marketing to be written to later, without a request
 * @param previous the wordings that people were asked before
 */
public record ConsentTexts(
        @NotNull(message = VERSION) @Pattern(regexp = VERSIONS, message = VERSION) String version,

        @Nullable String fingerprint,
        @NotNull(message = "the text as en and es") @Valid LocalizedText call,

        @NotNull(message = "the text as en and es") @Valid LocalizedText text,

        @NotNull(message = "the text as en and es") @Valid LocalizedText voicemail,

        @NotNull(message = "the text as en and es") @Valid LocalizedText marketing,

        @DefaultValue List<@Valid Previous> previous) {

    private static final String VERSION = "year and month of the wording, such as \"2026-11\" or \"2026-11b\"";
    private static final String VERSIONS = "\\d{4}-\\d{2}[a-z]?";
    private static final int SHOWN = 16;

    public ConsentTexts {
        previous = List.copyOf(previous);
    }

    /**
     * A wording of before.
     *
     * @param version what it was called
     * @param fingerprint of its texts
     */
    record Previous(
            @NotNull(message = VERSION) @Pattern(regexp = VERSIONS, message = VERSION) String version,

            @NotNull(message = "the fingerprint that stood beside this version") @Pattern(regexp = "[0-9a-f]{16}", message = "the 16 letters and digits that stood beside this version") String fingerprint) {}

    /** What all texts of this wording are known by. */
    String fingerprintOfTexts() {
        return hash(fingerprint("en") + fingerprint("es"));
    }

    /** What the texts in one language are known by; it changes with every letter, and with a text that changes its place. */
    public String fingerprint(String language) {
        return hash(Stream.of(call, text, voicemail, marketing)
                .map(words -> words.in(language).strip())
                .map(words -> words.length() + ":" + words)
                .collect(Collectors.joining()));
    }

    private static String hash(String text) {
        return DigestUtils.sha256Hex(text).substring(0, SHOWN);
    }

    Stream<Violation> violations(String key) {
        return Stream.concat(changed(key), reused(key + ".previous"));
    }

    private Stream<Violation> changed(String key) {
        String now = fingerprintOfTexts();
        if (fingerprint == null) {
            return Stream.of(new Violation(key + ".fingerprint", "\"" + now + "\", by which these texts are known"));
        }
        String expected =
                "\"%s\", that of the texts as they stand here. If people were asked with version %s already, it stays"
                                .formatted(now, version)
                        + " theirs: give the new texts a new version, and add below previous: version: \"%s\", fingerprint: \"%s\""
                                .formatted(version, fingerprint);
        return fingerprint.equals(now) ? Stream.empty() : Stream.of(new Violation(key + ".fingerprint", expected));
    }

    private Stream<Violation> reused(String key) {
        return IntStream.range(0, previous.size())
                .filter(at -> isNamedBefore(at))
                .mapToObj(at -> new Violation(key + "[" + at + "].version", "a version that no other wording has"));
    }

    private boolean isNamedBefore(int at) {
        String name = previous.get(at).version();
        boolean twice = previous.subList(0, at).stream()
                .anyMatch(other -> other.version().equals(name));
        return twice || Objects.equals(name, version);
    }
}
