package org.careline.speech;

import java.time.Duration;
import java.util.List;
import org.careline.routing.CallPlan;
import org.careline.routing.SpokenTimes;
import org.careline.safety.CrisisLines;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicNumbers;

/** All that can be said on the phone, made from the clinic's files. */
public final class CallScripts {

    public final VoiceScript voice;
    public final DialScript dial;
    public final CrisisScript crisis;
    public final CallBackScript callBacks;
    public final QueueScript queue;
    private final CallerWords words;

    /** @param holidays the names of all holidays that callers may hear of */
    CallScripts(
            CallerWords words,
            TalkRecording talks,
            CrisisLines lines,
            PhraseScan phrases,
            CallPlan rules,
            List<String> holidays) {
        KeyMenu menu = new KeyMenu(phrases);
        this.words = words;
        this.voice = new VoiceScript(words, menu, talks.transcribing(), holidays);
        this.dial = new DialScript(words, menu, rules, talks);
        this.crisis = new CrisisScript(words, lines);
        this.queue = new QueueScript(words, menu, rules, talks);
        this.callBacks = new CallBackScript(words, menu, voice);
    }

    /** How long a caller can wait in line: the last document that is begun in time is heard to its end. */
    public Duration longestInLine(CallPlan rules) {
        return rules.longestWait().isZero()
                ? Duration.ZERO
                : rules.longestWait().plus(queue.longestDocument());
    }

    /** How long all of it can last at most for a caller of one of these numbers. */
    public SpokenTimes longest(ClinicNumbers numbers) {
        return new SpokenTimes(
                dial.longestGreeting(numbers.numbers()),
                DialScript.longestWhisper(numbers.numbers()),
                dial.longestHold(),
                voice.longestVoicemail(numbers.numbers())
                        .plus(CallBackScript.longest(words))
                        .plus(crisis.longest()));
    }
}
