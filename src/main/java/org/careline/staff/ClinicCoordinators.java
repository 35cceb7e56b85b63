package org.careline.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.Kind;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coordinators.yaml}: who works the leads.
 *
 * @param burst how many leads one coordinator is given in a short time
 * @param coordinators at least one; each id once
 * @param onCall the ids of those who are woken for safety, the first first; absent in files of an earlier version: then all are,
 *     in the file's order
 */
public record ClinicCoordinators(
        @DefaultValue @Valid Burst burst,

        @NotEmpty(message = "at least one coordinator") List<@Valid Coordinator> coordinators,

        @Nullable List<String> onCall)
        implements SelfChecking {

    /**
     * The limit that keeps the first one in the morning from getting the whole night's leads (leads.md §1.5: 3 in 10
     * minutes).
     *
     * @param leads how many; 0 for no limit
     * @param within in which time
     */
    public record Burst(
            @DefaultValue("3") @Min(value = 0, message = "0 (no limit) or more")
            int leads,

            @DefaultValue("10m") @NotNull Duration within) {

        private Stream<Violation> violations(String key) {
            boolean some = within.compareTo(Duration.ZERO) > 0;
            return some ? Stream.empty() : Stream.of(new Violation(key + ".within", "more than 0, such as 10m"));
        }
    }

    /**
     * A member of the intake staff.
     *
     * @param id how the API names them
     * @param name as colleagues and leads know them
     * @param phone where calls reach them, E.164
     * @param languages what they speak, as two-letter codes
     * @param skills what they know beyond languages
     * @param weight their share of new leads beside the others'
     * @param capacity how many open leads they own at most; 0 for no limit
     * @param shifts when they work, by the clinic's clock
     */
    public record Coordinator(
            @NotNull(message = ID_WORDS) @Pattern(regexp = CoordinatorId.FORM, message = ID_WORDS) String id,

            @NotBlank(message = "their name") String name,

            @NotNull(message = PHONE_WORDS) @Pattern(regexp = "\\+[1-9]\\d{6,14}", message = PHONE_WORDS) String phone,

            @NotEmpty(message = "languages, such as [en, es]") Set<@Pattern(regexp = "[a-z]{2}", message = "a two-letter code, such as en") String> languages,

            @DefaultValue Set<@NotBlank(message = "a skill") String> skills,

            @DefaultValue("1") @Min(value = 1, message = "1 to 100") @Max(value = 100, message = "1 to 100") int weight,

            @DefaultValue("40") @Min(value = 0, message = "0 (no limit) or more")
            int capacity,

            @NotEmpty(message = "at least one shift") List<@Valid WeekPeriod> shifts) {

        private static final String ID_WORDS = "an id of lower-case letters, digits and hyphens, such as ana";
        private static final String PHONE_WORDS =
                "a number in quotes with + and country code, such as \"+13055550111\"";

        /** The id as a value. */
        public CoordinatorId key() {
            return new CoordinatorId(id);
        }

        /** Without their phone: this may reach a log. */
        @Override
        public String toString() {
            return "Coordinator[" + id + "]";
        }
    }

    @Override
    public Stream<Violation> violations() {
        return Stream.of(
                        burst.violations("burst"),
                        Violation.ofEach("coordinators", coordinators, ClinicCoordinators::shifts),
                        Violation.ofRepeats(
                                "coordinators", coordinators, "id", Coordinator::id, "an id that nobody above has"),
                        onCallSlips())
                .flatMap(Function.identity());
    }

    private Stream<Violation> onCallSlips() {
        if (onCall == null) {
            return Stream.empty();
        }
        List<String> ids = coordinators.stream().map(Coordinator::id).toList();
        Set<String> above = new HashSet<>();
        return onCall.isEmpty()
                ? Stream.of(new Violation("on-call", "at least one of: " + String.join(", ", ids)))
                : Violation.ofEach("on-call", onCall, (key, id) -> {
                    boolean repeated = !above.add(id);
                    return ids.contains(id) && !repeated
                            ? Stream.empty()
                            : Stream.of(new Violation(
                                    key,
                                    repeated
                                            ? "an id that does not stand above"
                                            : "one of: " + String.join(", ", ids)));
                });
    }

    private static Stream<Violation> shifts(String key, Coordinator coordinator) {
        return Violation.ofEach(key + ".shifts", coordinator.shifts, (shiftKey, shift) -> shift.violations(shiftKey));
    }

    /**
     * What is wrong beside the clinic's numbers: whoever dialled a coordinator would end where they began.
     */
    Stream<Violation> violationsBeside(ClinicNumbers numbers) {
        return Violation.ofEach(
                "coordinators",
                coordinators,
                (key, coordinator) -> numbers
                        .ignored(coordinator.phone)
                        .filter(Kind.OWN::equals)
                        .map(own -> new Violation(
                                key + ".phone", "a phone that is no number of the clinic itself (numbers.yaml)"))
                        .stream());
    }
}
