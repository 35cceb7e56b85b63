package org.careline.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careline.lead.Channel;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code cadences.yaml}: how somebody who asked is called until they are reached (leads.md §4.2).
 *
 * @param afterHours how long after the next opening the first call is due for who came outside the hours
 * @param goodTimesWithin how long a first call may wait for a time that the person named as a good one; zero: never
 * @param cadences steps by the cadence's name, the earliest first; at least one each
 * @param starts which cadence a contact starts
 */
public record ClinicCadences(
        @DefaultValue("30m") @NotNull Duration afterHours,

        @DefaultValue("48h") @NotNull Duration goodTimesWithin,

        @NotEmpty(message = "at least one cadence") Map<String, @NotEmpty(message = "at least one step") List<@Valid Step>> cadences,

        @NotNull(message = "the cadence that each kind of contact starts") @Valid Starts starts)
        implements SelfChecking {

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(7);

    /**
     * One attempt to call.
     *
     * @param day so many days later than the contact; at most 90, for an inquiry is an established relationship for three
     *     months (leads.md §2.3)
     * @param after so much later on that day; less than a day
     */
    record Step(
            @DefaultValue("0") @Min(value = 0, message = DAYS) @Max(value = 90, message = DAYS) int day,

            @DefaultValue("0m") @NotNull Duration after) {

        static final Comparator<Step> BY_TIME = Comparator.comparing(Step::day).thenComparing(Step::after);

        private static final String DAYS = "0 to 90 days";

        private Stream<Violation> violations(String key) {
            if (day == 0 && after.isZero()) {
                return Stream.of(new Violation(key, "how much later: day or after"));
            }
            return minutesOfADay(key + ".after", after);
        }
    }

    /**
     * The names of cadences by what starts them.
     *
     * @param voicemail a call whose caller left a message
     */
    record Starts(
            @NotBlank(message = NAME) String call,

            @NotBlank(message = NAME) String voicemail,

            @NotBlank(message = NAME) String sms,

            @NotBlank(message = NAME) String form,

            @NotBlank(message = NAME) String quiz,

            @NotBlank(message = NAME) String api) {

        private static final String NAME = "the name of a cadence";

        /** The cadence that a contact of this channel starts. */
        String of(Channel channel) {
            return switch (channel) {
                case CALL -> call;
                case SMS -> sms;
                case FORM -> form;
                case QUIZ -> quiz;
                case API -> api;
            };
        }

        private Stream<Violation> violations(Map<String, List<Step>> known) {
            Map<String, String> named =
                    Map.of("call", call, "voicemail", voicemail, "sms", sms, "form", form, "quiz", quiz, "api", api);
            return named.entrySet().stream()
                    .filter(start -> !known.containsKey(start.getValue()))
                    .map(start ->
                            new Violation("starts." + start.getKey(), "one of: " + String.join(", ", known.keySet())));
        }
    }

    @Override
    public Stream<Violation> violations() {
        Stream<Violation> ofCadences =
                cadences.entrySet().stream().flatMap(one -> violations("cadences." + one.getKey(), one.getValue()));
        return Stream.of(minutesOfADay("after-hours", afterHours), patience(), ofCadences, starts.violations(cadences))
                .flatMap(Function.identity());
    }

    private Stream<Violation> patience() {
        boolean fits = !goodTimesWithin.isNegative() && goodTimesWithin.compareTo(LONGEST_PATIENCE) <= 0;
        return fits ? Stream.empty() : Stream.of(new Violation("good-times-within", "0h to 168h, such as 48h"));
    }

    private static Stream<Violation> violations(String key, List<Step> steps) {
        return Stream.concat(
                Violation.ofEach(key, steps, (stepKey, step) -> step.violations(stepKey)), disorder(key, steps));
    }

    private static Stream<Violation> disorder(String key, List<Step> steps) {
        return IntStream.range(1, steps.size())
                .filter(index ->
                        minutesOfADay(key, steps.get(index).after()).findAny().isEmpty())
                .filter(index -> Step.BY_TIME.compare(steps.get(index - 1), steps.get(index)) >= 0)
                .mapToObj(index -> new Violation(
                        key + "[" + index + "]" + (steps.get(index).day() > 0 ? ".day" : ".after"),
                        "a step later than the one above it"));
    }

    private static Stream<Violation> minutesOfADay(String key, Duration length) {
        boolean fits = !length.isNegative()
                && length.compareTo(Duration.ofDays(1)) < 0
                && length.equals(Duration.ofMinutes(length.toMinutes()));
        return fits
                ? Stream.empty()
                : Stream.of(new Violation(key, "whole minutes, less than a day, such as 5m or 4h"));
    }
}
