package org.careline.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.careline.staff.WeekPeriod;

/**
 * {@code contact-windows.yaml}: at which hours people may be called, by the clock where they are. Dated, because laws and
 * their readings change.
 *
 * @param asOf when somebody last compared this with its source
 * @param source where it was taken from
 * @param preset the name of the hours that count
 * @param presets sets of hours by their names
 */
public record ClinicContactWindows(
        @NotNull(message = "the date of the last check, such as 2026-11-23") LocalDate asOf,

        @NotBlank(message = "where this was taken from") String source,

        @NotBlank(message = "the name of a preset") String preset,

        @NotEmpty(message = "at least one preset") Map<String, @NotEmpty(message = "at least one period") List<@Valid WeekPeriod>> presets)
        implements SelfChecking {

    /** The periods of a week that count. */
    public List<WeekPeriod> hours() {
        return Objects.requireNonNull(presets.get(preset), "a checked file has its preset");
    }

    @Override
    public Stream<Violation> violations() {
        Stream<Violation> unknown = presets.containsKey(preset)
                ? Stream.empty()
                : Stream.of(new Violation("preset", "one of: " + String.join(", ", presets.keySet())));
        Stream<Violation> periods = presets.entrySet().stream()
                .flatMap(entry -> Violation.ofEach(
                        "presets." + entry.getKey(), entry.getValue(), (key, period) -> period.violations(key)));
        return Stream.concat(unknown, periods);
    }
}
