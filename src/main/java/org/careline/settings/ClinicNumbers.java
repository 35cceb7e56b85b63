package org.careline.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code numbers.yaml}: the numbers the clinic is called on, and the numbers that are never anybody's lead.
 *
 * @param numbers at least one
 * @param ignore callers that do not become leads; the clinic's own numbers belong to them without being listed
 * @param onCall the phone that is rung when this application cannot answer; null if there is none
 */
public record ClinicNumbers(
        @NotEmpty(message = "at least one number") List<@Valid ClinicNumber> numbers,
        @DefaultValue List<@Valid Ignored> ignore,

        @Nullable @Pattern(regexp = ClinicNumbers.E164, message = ClinicNumbers.E164_WORDS) String onCall)
        implements SelfChecking {

    private static final String E164 = "\\+[1-9]\\d{6,14}";
    /** Of two entries one would be left aside without a word. */
    private static final String ONCE = "each number once";

    private static final String E164_WORDS = "a number in quotes with + and country code, such as \"+18445550100\"";

    /**
     * A number people call.
     *
     * @param number E.164
     * @param label how coordinators know it
     * @param language what callers are greeted in: {@code en} or {@code es}
     * @param source where its callers come from, kept with their lead
     * @param greeting the first words a caller hears; the crisis sentence follows by itself
     * @param skills what coordinators must know who are rung for it, as {@code coordinators.yaml} names it
     */
    public record ClinicNumber(
            @NotNull(message = E164_WORDS) @Pattern(regexp = E164, message = E164_WORDS) String number,

            @NotBlank(message = "a short label") String label,

            @DefaultValue("en") @Pattern(regexp = "en|es", message = "en or es") String language,

            @NotBlank(message = "where its callers come from") String source,

            @NotBlank(message = "the first words a caller hears") String greeting,

            @DefaultValue Set<String> skills) {

        public ClinicNumber {
            skills = Set.copyOf(skills);
        }

        /** Where people found this number, as it is kept with a lead. */
        public Map<String, String> attribution() {
            return Map.of("number", number, "source", source);
        }
    }

    /**
     * A caller that is no lead.
     *
     * @param number E.164
     * @param kind why not
     * @param note for whoever wonders later
     */
    public record Ignored(
            @NotNull(message = E164_WORDS) @Pattern(regexp = E164, message = E164_WORDS) String number,

            @NotNull(message = "one of: own, staff, tracking, blocked") Kind kind,

            @Nullable String note) {}

    /** Why a caller is no lead. */
    public enum Kind {
        /** A number of the clinic itself. */
        OWN,
        /** A coordinator's or clinician's phone. */
        STAFF,
        /** A number of a call tracking vendor, which calls in the caller's stead. */
        TRACKING,
        /** Somebody the clinic has decided not to answer any more. */
        BLOCKED
    }

    /** The clinic number that was dialled, if it is one. */
    public Optional<ClinicNumber> dialled(String e164) {
        return numbers.stream().filter(one -> one.number.equals(e164)).findFirst();
    }

    /** Why this caller is no lead; empty for everybody else. */
    public Optional<Kind> ignored(String e164) {
        return dialled(e164)
                .map(own -> Kind.OWN)
                .or(() -> ignore.stream()
                        .filter(one -> one.number.equals(e164))
                        .map(Ignored::kind)
                        .findFirst())
                .or(() -> Optional.of(Kind.STAFF).filter(staff -> e164.equals(onCall)));
    }

    @Override
    public Stream<Violation> violations() {
        return Stream.of(
                        ringsItself(),
                        Violation.ofRepeats("numbers", numbers, "number", ClinicNumber::number, ONCE),
                        Violation.ofRepeats("ignore", ignore, "number", Ignored::number, ONCE))
                .flatMap(Function.identity());
    }

    /** A clinic number as on-call phone would ring itself for ever. */
    private Stream<Violation> ringsItself() {
        return onCall != null && dialled(onCall).isPresent()
                ? Stream.of(new Violation("on-call", "a phone that somebody carries, not one of the clinic's numbers"))
                : Stream.empty();
    }
}
