package org.careline.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careline.carrier.Answer;
import org.careline.carrier.Answer.Done;
import org.careline.carrier.Carrier;
import org.careline.carrier.Leg;
import org.careline.carrier.NumberSetup;
import org.careline.carrier.PhoneCall;
import org.careline.carrier.VoiceRecording;

/** A carrier that has what the test puts there, and answers as the test wants it. */
public final class PlayedCarrier implements Carrier {

    /** How it answers. */
    public enum Mood {
        ANSWERS,
        REFUSES,
        IS_SILENT,
        REHEARSES
    }

    public final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    public final List<VoiceRecording> recordings = new CopyOnWriteArrayList<>();
    /** What sounds there are; a recording without one has a short one. */
    public final Map<String, byte[]> sounds = new ConcurrentHashMap<>();

    public final List<NumberSetup> numbers = new CopyOnWriteArrayList<>();
    public final List<Instant> askedSince = new CopyOnWriteArrayList<>();
    /** Phones that were rung. */
    public final List<Leg> placed = new CopyOnWriteArrayList<>();

    private volatile Mood mood = Mood.ANSWERS;
    private volatile int refusal = 20003;

    /** Says no with this code. */
    public void refuses(int code) {
        refusal = code;
        mood = Mood.REFUSES;
    }

    public void becomes(Mood next) {
        mood = next;
    }

    /** Somebody called the clinic. */
    public void call(String sid, String from, String to, Instant at, String status, int seconds) {
        Instant end = at.plusSeconds(seconds);
        calls.add(new PhoneCall(sid, null, "inbound", from, to, status, at, end, Integer.toString(seconds)));
    }

    /** A phone was rung for a call. */
    public void leg(String sid, String parent, String from, String to, Instant at) {
        calls.add(new PhoneCall(sid, parent, "outbound-dial", from, to, "completed", at, at.plusSeconds(20), "20"));
    }

    /** A message was left in a call. */
    public void message(String sid, String call, Instant at, int seconds) {
        recorded(sid, call, "RecordVerb", at, seconds);
    }

    /** A talk was recorded. */
    public void talk(String sid, String call, Instant at, int seconds) {
        recorded(sid, call, "DialVerb", at, seconds);
    }

    private void recorded(String sid, String call, String source, Instant at, int seconds) {
        recordings.add(new VoiceRecording(
                sid,
                call,
                source,
                "completed",
                at,
                Integer.toString(seconds),
                "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/" + sid));
    }

    private <T> Answer<T> answer(T told) {
        return switch (mood) {
            case ANSWERS -> new Done<>(told);
            case REFUSES -> new Answer.Refused<>(refusal);
            case IS_SILENT -> new Answer.Unknown<>();
            case REHEARSES -> new Answer.NotSent<>();
        };
    }

    @Override
    public Answer<List<PhoneCall>> callsSince(Instant begin) {
        askedSince.add(begin);
        return answer(
                calls.stream().filter(call -> !call.beganAt().isBefore(begin)).toList());
    }

    @Override
    public Answer<PhoneCall> call(String sid) {
        return calls.stream()
                .filter(call -> call.sid().equals(sid))
                .findFirst()
                .map(this::answer)
                .orElseGet(() -> new Answer.Refused<>(20404));
    }

    @Override
    public Answer<List<VoiceRecording>> recordingsSince(Instant made) {
        return answer(recordings.stream()
                .filter(recording -> !recording.madeAt().isBefore(made))
                .toList());
    }

    @Override
    public Answer<byte[]> media(String recording) {
        return answer(sounds.getOrDefault(recording, new byte[] {1}));
    }

    @Override
    public Answer<String> delete(String recording) {
        recordings.removeIf(one -> one.sid().equals(recording));
        return answer(recording);
    }

    @Override
    public Answer<List<NumberSetup>> numbers() {
        return answer(List.copyOf(numbers));
    }

    @Override
    public Answer<NumberSetup> setUp(NumberSetup wanted) {
        if (mood == Mood.ANSWERS) {
            numbers.replaceAll(number -> number.sid().equals(wanted.sid()) ? wanted : number);
        }
        return answer(wanted);
    }

    @Override
    public Answer<String> place(Leg leg) {
        if (mood == Mood.ANSWERS) {
            placed.add(leg);
        }
        return answer("CA00000000000000000000000000000099");
    }

    @Override
    public Answer<PhoneCall> end(String sid) {
        return call(sid);
    }
}
