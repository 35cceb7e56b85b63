package org.careline.rehearsal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careline.rehearsal.Faults.Delivery;
import org.careline.rehearsal.Faults.Notice;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A file of {@code config/rehearsals}: some calls, and what is to become of them (rehearsal.md).
 *
 * @param name what it is about, for people
 * @param at when it begins: a date, a time and its distance from UTC, {@code 2026-11-26T19:05-05:00}
 * @param away ids of coordinators who say at its beginning that they are not there
 * @param phones how phones answer; others ring without an answer
 * @param faults how callbacks are delivered
 * @param callers who calls; the first one's call begins the script
 */
record RehearsalScript(
        @NotBlank(message = "what it is about") String name,
        @NotBlank(message = "when it begins") String at,
        @DefaultValue List<String> away,
        @DefaultValue List<@Valid PhoneHabit> phones,
        @DefaultValue Map<Notice, Delivery> faults,

        @DefaultValue @NotEmpty(message = "one caller at least") List<@Valid Caller> callers)
        implements SelfChecking {

    private static final String NUMBER = "\\+?\\d{3,15}";

    /**
     * A phone.
     *
     * @param number E.164, or as short as the crisis line's
     * @param does what it does
     * @param after how long it rings before that
     * @param talks how long whoever answered talks
     */
    record PhoneHabit(
            @NotBlank(message = "a number") @Pattern(regexp = NUMBER, message = "a number") String number,

            PhoneBehaviour.@Nullable Kind does,
            @DefaultValue("5s") Duration after,
            @DefaultValue("60s") Duration talks) {

        PhoneBehaviour behaviour() {
            return new PhoneBehaviour(does == null ? PhoneBehaviour.Kind.ACCEPTS : does, after, talks);
        }
    }

    /**
     * Somebody who calls.
     *
     * @param from a number of 555-01xx, or {@code withheld}
     * @param to the clinic's number
     * @param after how long after the script's beginning
     * @param does acts, one after the other
     */
    record Caller(
            @NotBlank(message = "a number of 555-01xx, or withheld") @Pattern(regexp = "\\+1\\d{3}55501\\d{2}|withheld", message = "a number of 555-01xx, or withheld") String from,

            @NotBlank(message = "the clinic's number") String to,
            @DefaultValue("0s") Duration after,
            @DefaultValue List<String> does,
            @DefaultValue @Valid Expect expect) {

        String number() {
            return from.equals("withheld") ? PhoneNetwork.WITHHELD : from;
        }

        @Override
        public String toString() {
            return "Caller[" + does + "]";
        }
    }

    /** How a call ends. */
    enum End {
        /** Talked with somebody of the clinic. */
        HUMAN,
        /** Talked with the crisis line. */
        CRISIS,
        /** Left a message. */
        VOICEMAIL,
        /** None of these: was promised a call back, or gave up. */
        NO_TALK
    }

    /**
     * What is to become of a call. What is not named is not looked at.
     *
     * @param rings whose phones ring for it, in this order
     * @param talksWith who it ends up with
     * @param within from the call's beginning to that talk, or to the end of a call without one
     * @param lead what the API says afterwards
     */
    record Expect(
            @Nullable End ended,
            @Nullable List<String> rings,
            @Nullable String talksWith,
            @Nullable Duration within,
            @DefaultValue Lead lead) {}

    /**
     * The caller's lead.
     *
     * @param nextAction what is to be done next
     * @param outcome the outcome of its last touch
     * @param lane where it stands in the queue
     */
    record Lead(
            @Nullable String nextAction,
            @Nullable String outcome,
            @Nullable String lane) {

        boolean named() {
            return nextAction != null || outcome != null || lane != null;
        }
    }

    OffsetDateTime begin() {
        return OffsetDateTime.parse(at);
    }

    @Override
    public Stream<Violation> violations() {
        Stream<Violation> time =
                isTime() ? Stream.of() : Stream.of(new Violation("at", "a time as 2026-11-26T19:05-05:00"));
        Stream<Violation> acts = IntStream.range(0, callers.size()).boxed().flatMap(this::violationsOf);
        return Stream.concat(time, acts);
    }

    private Stream<Violation> violationsOf(int caller) {
        List<String> does = callers.get(caller).does();
        return IntStream.range(0, does.size())
                .filter(act -> ScriptCommand.read(does.get(act)).isEmpty())
                .mapToObj(act -> new Violation("callers[" + caller + "].does[" + act + "]", ScriptCommand.WORDS));
    }

    private boolean isTime() {
        try {
            return begin().getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
