package org.careline.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code forms.yaml}: the hosted forms by their id, which is part of the address ({@code /forms/consultation}).
 *
 * @param forms at least one
 */
public record ClinicForms(
        @NotEmpty(message = "at least one form") Map<String, @Valid Form> forms) implements SelfChecking {

    /** The form of this id. */
    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** The id of the form that stands first, for pages that belong to none. */
    public String first() {
        return forms.keySet().iterator().next();
    }

    @Override
    public Stream<Violation> violations() {
        return forms.entrySet().stream().flatMap(entry -> entry.getValue().violations("forms." + entry.getKey()));
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
     * @param answerMinutes within how many minutes an inquiry is answered while the clinic is open, as a rule
     * @param colours the look
     * @param consent what is asked permission for, in these very words
     */
    public record Form(
            @NotNull(message = "the heading as en and es") @Valid LocalizedText title,

            @NotBlank(message = "the clinic's name") String clinic,

            @NotBlank(message = "a phone number as it is shown") String telephone,

            @NotNull(message = "the introduction as en and es") @Valid LocalizedText intro,

            @NotEmpty(message = "a list of en, es") List<@Pattern(regexp = "en|es", message = "en or es") String> languages,

            @NotEmpty(message = "a list of fields") List<Field> fields,

            @DefaultValue("15") @Min(value = 1, message = MINUTES) @Max(value = 120, message = MINUTES) int answerMinutes,

            @DefaultValue @Valid Colours colours,
            @NotNull(message = "the consent texts") @Valid ConsentTexts consent) {

        private static final String MINUTES = "1 to 120 minutes";

        Stream<Violation> violations(String key) {
            boolean reachable = fields.contains(Field.PHONE) || fields.contains(Field.EMAIL);
            return Stream.of(
                            reachable
                                    ? Stream.<Violation>empty()
                                    : Stream.of(new Violation(key + ".fields", "a list with phone or email")),
                            once(key + ".fields", fields),
                            once(key + ".languages", languages),
                            colours.violations(key + ".colours"),
                            consent.violations(key + ".consent"))
                    .flatMap(Function.identity());
        }

        private static Stream<Violation> once(String key, List<?> values) {
            return IntStream.range(0, values.size())
                    .filter(index -> values.indexOf(values.get(index)) < index)
                    .mapToObj(index -> new Violation(key + "[" + index + "]", "each only once"));
        }
    }

    /** What a form can ask. A phone number or an e-mail address is always needed. */
    public enum Field {
        NAME("name"),
        PHONE("phone"),
        EMAIL("email"),
        ZIP("zip"),
        DATE_OF_BIRTH("dateOfBirth"),
        FOR_WHOM("forWhom"),
        BEST_TIMES("bestTimes"),
        LANGUAGE("language"),
        MESSAGE("message");

        /** Its name in the API. */
        public final String inApi;

        Field(String inApi) {
            this.inApi = inApi;
        }
    }

    /**
     * The look, as {@code #rrggbb}. Letters and links must be readable on the background; what is missing, and the colours
     * of a dark screen, are derived from these.
     *
     * @param accent the band with the clinic's name, buttons and links
     * @param background what is written on
     * @param text the letters
     */
    public record Colours(
            @DefaultValue("#1f5f5b") @Pattern(regexp = HEX, message = HEX_WORDS) String accent,

            @DefaultValue("#ffffff") @Pattern(regexp = HEX, message = HEX_WORDS) String background,

            @DefaultValue("#1c2321") @Pattern(regexp = HEX, message = HEX_WORDS) String text) {

        private static final String HEX = "#[0-9a-fA-F]{6}";
        private static final String HEX_WORDS = "a colour in quotes, such as \"#1f5f5b\"";

        Stream<Violation> violations(String key) {
            return Stream.concat(unreadable(key + ".accent", accent), unreadable(key + ".text", text));
        }

        private Stream<Violation> unreadable(String key, String colour) {
            double contrast = Colour.of(colour).contrast(Colour.of(background));
            return contrast >= Colour.READABLE ? Stream.empty() : Stream.of(new Violation(key, tooFaint(contrast)));
        }

        private String tooFaint(double contrast) {
            return "a colour with a contrast of 4.5 or more to the background %s; this one has %s"
                    .formatted(background, BigDecimal.valueOf(contrast).setScale(2, RoundingMode.DOWN));
        }
    }
}
