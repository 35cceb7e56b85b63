package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something learnt about a contact after it was accepted.
 *
 * @param kind what sort of thing
 * @param status its state in Twilio's words: for a call {@code ringing}, {@code completed}, {@code no-answer} …; for an
 *     accept the coordinator's id
 * @param at when it happened
 * @param values further values, such as {@code duration} in seconds or {@code recording}
 */
public record Fact(Kind kind, String status, Instant at, Map<String, String> values) {

    /** The status of a caller whom the crisis line answered. */
    public static final String CONNECTED = "connected";

    /** The status of a caller whom the crisis line did not answer. */
    public static final String NOT_CONNECTED = "not-connected";

    private static final String DURATION = "duration";

    /** The status of a crisis that was read in a message; its caller was not connected with anybody. */
    public static final String IN_A_MESSAGE = "in-a-message";

    /** The end of a call, in Twilio's words (Call resource, "Call Status Values"). */
    private static final Set<String> ENDS = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private static final String LONGEST = "longest";
    private static final String PHONE = "phone";
    private static final String PROMISED = "promised";
    private static final String TEXT = "text";

    /** More than anybody says in two minutes. */
    private static final int LONGEST_TRANSCRIPT = 4_000;

    private static final String RECORDING = "recording";

    public enum Kind {
        CALL_STATUS,
        /** Who was to be rung for the call, and why; the status names the rules. */
        ROUTED,
        /** A coordinator took the call; the status is their id. */
        ACCEPTED,
        /** A coordinator talked with them, and that is over; the status is their id. */
        TALKED,
        /** They waited in line; the status is what ended it. */
        WAITED,
        /** A phone was rung for them outside the line, and nobody took the call; the status is whose. */
        RANG,
        /** We called them back and nobody talked with them; the status says why. */
        CALLED_BACK,
        /** The caller chose to be spoken to in this language; the status is its two-letter code. */
        LANGUAGE,
        /** The caller asked to be called back; the value {@code phone} is another number for it, if they gave one. */
        CALL_BACK,
        /** The caller asked for the crisis line, and what came of it; or a message tells of danger. */
        CRISIS,
        VOICEMAIL,
        RECORDING,
        /** What a caller was told of recording and said to it: {@code announced} or {@code declined}. */
        RECORDING_CONSENT,
        /** What a message says, as a machine has heard it; the status is the carrier's identity of the message. */
        TRANSCRIPT,
        /** What became of a message that was sent; reserved: nothing is sent yet. */
        DELIVERY,
        /** A field of what was sent could not be used; the status is its name and the kind of fault. */
        SET_ASIDE,
        /** The caller asked to be called back at a number that is not dialled; the status says why, and which entry it was. */
        NOT_DIALLED
    }

    public Fact {
        values = new TreeMap<>(values);
    }

    /**
     * A coordinator pressed the key that connects them with the caller.
     *
     * @param coordinator their id
     * @param longestTalk when the talk is cut off
     */
    public static Fact accepted(String coordinator, Instant at, Duration longestTalk) {
        return new Fact(Kind.ACCEPTED, coordinator, at, Map.of(LONGEST, String.valueOf(longestTalk.toSeconds())));
    }

    /** When a talk that began with this is over at the latest; empty for a fact of any other kind. */
    public Optional<Instant> talkUntil() {
        return Optional.ofNullable(values.get(LONGEST))
                .filter(seconds -> kind == Kind.ACCEPTED)
                .map(seconds -> at.plusSeconds(Long.parseLong(seconds)));
    }

    /**
     * What a message says, as a machine has heard it.
     *
     * @param recording the carrier's identity of the message
     */
    public static Fact transcript(String recording, String text, Instant at) {
        String kept = text.length() > LONGEST_TRANSCRIPT ? text.substring(0, LONGEST_TRANSCRIPT) : text;
        return new Fact(Kind.TRANSCRIPT, recording, at, Map.of(TEXT, kept));
    }

    /** What a machine has heard; empty for a fact of any other kind. */
    public Optional<String> heard() {
        return kind == Kind.TRANSCRIPT ? Optional.ofNullable(values.get(TEXT)) : Optional.empty();
    }

    /**
     * The caller asked to be called back.
     *
     * @param number how many numbers they have entered for it; with 0 it is the one they call from
     * @param phone the last one they entered; null for the one they call from
     */
    public static Fact callBack(int number, @Nullable PhoneNumber phone, Instant at) {
        Map<String, String> values = Optional.ofNullable(phone)
                .map(entered -> Map.of(PHONE, entered.e164()))
                .orElse(Map.of());
        return new Fact(Kind.CALL_BACK, "asked-" + number, at, values);
    }

    /** The same wish, with the time that was promised to the caller. */
    public Fact promised(Instant when) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(PROMISED, when.toString());
        return new Fact(kind, status, at, more);
    }

    /** When the caller was told that they are called back; empty if that is not known, or for a fact of any other kind. */
    public Optional<Instant> promisedFor() {
        return Optional.ofNullable(values.get(PROMISED))
                .filter(any -> kind == Kind.CALL_BACK)
                .map(Instant::parse);
    }

    /**
     * A field of what was sent could not be used.
     *
     * @param field its name
     * @param why the kind of fault
     * @param typed what stood there
     */
    public static Fact setAside(String field, String why, String typed, Instant at) {
        return new Fact(Kind.SET_ASIDE, field + ":" + why, at, typed.isEmpty() ? Map.of() : Map.of(TEXT, typed));
    }

    /** What stood in a field that could not be used; empty for a fact of any other kind, or if it was no text. */
    public Optional<String> typed() {
        return kind == Kind.SET_ASIDE ? Optional.ofNullable(values.get(TEXT)) : Optional.empty();
    }

    /**
     * A caller asked to be called back at a number that is not dialled: a person decides.
     *
     * @param why a word of a closed list
     * @param number how many numbers they had entered
     * @param phone where they can be reached, if it is anybody's; null if it is the one they call from, or nobody's
     */
    public static Fact notDialled(String why, int number, @Nullable PhoneNumber phone, Instant at) {
        Map<String, String> values = Optional.ofNullable(phone)
                .map(entered -> Map.of(PHONE, entered.e164()))
                .orElse(Map.of());
        return new Fact(Kind.NOT_DIALLED, why + "-" + number, at, values);
    }

    /** The number that the caller entered to be called back at; empty for a fact of any other kind. */
    public Optional<PhoneNumber> enteredPhone() {
        return Optional.ofNullable(values.get(PHONE))
                .filter(any -> kind == Kind.CALL_BACK || kind == Kind.NOT_DIALLED)
                .map(PhoneNumber::new);
    }

    /** How long a caller talked with the crisis line; empty if they did not, or if that is not known. */
    public Optional<Duration> crisisTalk() {
        return Optional.ofNullable(values.get(DURATION))
                .filter(seconds -> kind == Kind.CRISIS && seconds.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** The id of the recording that it is about; empty if it is about none. */
    public Optional<String> recording() {
        return Optional.ofNullable(values.get(RECORDING))
                .filter(any -> kind == Kind.VOICEMAIL || kind == Kind.RECORDING);
    }

    /** Two facts with one key are the same fact, however often it is told. */
    public String key() {
        return kind + ":" + status;
    }

    /** Whether the call is over; that never becomes untrue. */
    public boolean endsTheCall() {
        return kind == Kind.CALL_STATUS && ENDS.contains(status);
    }

    /** The values may be somebody's number or words. */
    @Override
    public String toString() {
        return "Fact[" + kind + ", " + status + ", " + at + "]";
    }
}
