package org.careline.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code forms.yaml}: the hosted forms by their id, which is part of the address ({@code /forms/consultation}).
 *
 * @param forms at least one
 */
public record ClinicForms(
        @NotEmpty(message = "at least one form") Map<String, @Valid Form> forms) {

    /** The form of this id. */
    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /**
     * One form.
     *
     * @param title its heading
     * @param clinic the clinic as people know it, the seller in the consent texts
     * @param telephone what to call instead, as it is shown
     * @param intro what a visitor should know first; the crisis sentence is added from {@code crisis.yaml}
     * @param languages {@code en}, {@code es}; the first is shown when the visitor wishes nothing
     * @param fields what is asked, in this order
     * @param colours the look
     * @param consent what is asked permission for, in these very words
     */
    public record Form(
            @NotNull(message = "the heading as en and es") @Valid Words title,

            @NotBlank(message = "the clinic's name") String clinic,

            @NotBlank(message = "a phone number as it is shown") String telephone,

            @NotNull(message = "the introduction as en and es") @Valid Words intro,

            @NotEmpty(message = "a list of en, es") List<@Pattern(regexp = "en|es", message = "en or es") String> languages,

            @NotEmpty(message = "a list of fields") List<Field> fields,
            @DefaultValue @Valid Colours colours,
            @NotNull(message = "the consent texts") @Valid Consent consent) {}

    /** What a form can ask. A phone number or an e-mail address is always needed. */
    public enum Field {
        NAME,
        PHONE,
        EMAIL,
        ZIP,
        DATE_OF_BIRTH,
        FOR_WHOM,
        BEST_TIMES,
        LANGUAGE,
        MESSAGE
    }

    /**
     * The look, as {@code #rrggbb}.
     *
     * @param accent buttons and links
     * @param background the page
     * @param text the letters
     */
    public record Colours(
            @DefaultValue("#1f5f5b") @Pattern(regexp = HEX, message = HEX_WORDS) String accent,

            @DefaultValue("#ffffff") @Pattern(regexp = HEX, message = HEX_WORDS) String background,

            @DefaultValue("#1c2321") @Pattern(regexp = HEX, message = HEX_WORDS) String text) {

        private static final String HEX = "#[0-9a-fA-F]{6}";
        private static final String HEX_WORDS = "a colour in quotes, such as \"#1f5f5b\"";
    }

    /**
     * The consent texts; each stands beside a box that nobody has ticked beforehand. Whoever changes a text changes the
     * version, for both are kept with every consent.
     *
     * @param version year and month of the wording
     * @param call to be called back
     * @param text to get text messages
     * @param voicemail that a voicemail may be left
     * @param marketing to be written to later, without a request
     */
    public record Consent(
            @NotNull(message = VERSION) @Pattern(regexp = "\\d{4}-\\d{2}", message = VERSION) String version,

            @NotNull(message = "the text as en and es") @Valid Words call,

            @NotNull(message = "the text as en and es") @Valid Words text,

            @NotNull(message = "the text as en and es") @Valid Words voicemail,

            @NotNull(message = "the text as en and es") @Valid Words marketing) {

        private static final String VERSION = "year and month of the wording, such as \"2026-11\"";
    }
}
