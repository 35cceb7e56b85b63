package org.careline.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coordinators.yaml}: who works the leads.
 *
 * @param burst how many leads one coordinator is given in a short time
 * @param coordinators at least one; each id once
 */
public record ClinicCoordinators(
        @DefaultValue @Valid Burst burst,

        @NotEmpty(message = "at least one coordinator") List<@Valid Coordinator> coordinators) {

    @AssertTrue(message = "each id once") boolean isEachIdOnce() {
        return coordinators == null
                || coordinators.stream().map(Coordinator::id).distinct().count() == coordinators.size();
    }

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

            @DefaultValue("10m") @NotNull Duration within) {}

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
    }
}
