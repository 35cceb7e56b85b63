package org.careline.telephony;

import java.time.Duration;
import java.util.List;
import org.careline.routing.CallPlan;
import org.careline.routing.SpokenTimes;
import org.careline.safety.CrisisLines;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;

/** All that can be said on the phone, made from the clinic's files. */
final class CallScripts {

    final VoiceScript voice;
    final RingScript rings;
    final CrisisScript crisis;
    final CallBackScript callBacks;
    final LineScript line;
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
        this.rings = new RingScript(words, menu, rules, talks);
        this.crisis = new CrisisScript(words, lines);
        this.line = new LineScript(words, menu, rules, talks);
        this.callBacks = new CallBackScript(words, menu, voice);
    }

    /** How long a caller can wait in line: the last document that is begun in time is heard to its end. */
    Duration longestInLine(CallPlan rules) {
        return rules.longestWait().isZero()
                ? Duration.ZERO
                : rules.longestWait().plus(line.longestDocument());
    }

    /** How long all of it can last at most for a caller of one of these numbers. */
    SpokenTimes longest(ClinicNumbers numbers) {
        List<String> dialled =
                numbers.numbers().stream().map(ClinicNumber::number).toList();
        return new SpokenTimes(
                rings.longestGreeting(numbers.numbers()),
                RingScript.longestWhisper(numbers.numbers()),
                rings.longestHold(),
                voice.longestVoicemail(dialled)
                        .plus(CallBackScript.longest(words))
                        .plus(crisis.longest()));
    }
}
