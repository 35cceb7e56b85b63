package org.careline.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.careline.settings.ClinicNumbers.ClinicNumber;

/** In which languages a caller is spoken to. Its text stands in the addresses of our TwiML. */
public enum SpokenLanguages {
    ENGLISH("en"),
    SPANISH("es"),
    ENGLISH_BY_CHOICE("en-chosen"),
    SPANISH_BY_CHOICE("es-chosen"),
    /** On a number of which nothing is known. */
    EVERY("all");

    private final String text;

    SpokenLanguages(String text) {
        this.text = text;
    }

    /** In which callers of a number are spoken to, until they choose. */
    public static SpokenLanguages of(ClinicNumber dialled) {
        return VoiceLanguage.of(dialled.language()) == VoiceLanguage.SPANISH ? SPANISH : ENGLISH;
    }

    public static Optional<SpokenLanguages> read(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /** What a caller can change to. Nobody changes twice, so that no call goes round in a circle. */
    public Optional<SpokenLanguages> other() {
        return switch (this) {
            case ENGLISH -> Optional.of(SPANISH_BY_CHOICE);
            case SPANISH -> Optional.of(ENGLISH_BY_CHOICE);
            case ENGLISH_BY_CHOICE, SPANISH_BY_CHOICE, EVERY -> Optional.empty();
        };
    }

    /** The language that the caller chose; empty if they did not. */
    public Optional<VoiceLanguage> choice() {
        return this == ENGLISH_BY_CHOICE || this == SPANISH_BY_CHOICE
                ? languages().stream().findFirst()
                : Optional.empty();
    }

    List<VoiceLanguage> languages() {
        return switch (this) {
            case ENGLISH, ENGLISH_BY_CHOICE -> List.of(VoiceLanguage.ENGLISH);
            case SPANISH, SPANISH_BY_CHOICE -> List.of(VoiceLanguage.SPANISH);
            case EVERY -> List.of(VoiceLanguage.values());
        };
    }

    public String text() {
        return text;
    }
}
