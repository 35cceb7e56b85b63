package org.careline.readback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.carrier.VoiceRecording;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.recording.FinishedRecording;
import org.careline.recording.RecordingId;

/** What a recording says of its call; the same whether a webhook or the carrier's list told of it. */
public final class RecordingFacts {

    private RecordingFacts() {}

    /** All that a finished recording tells. */
    static List<Fact> all(VoiceRecording recording) {
        Fact file = file(recording);
        return recording.message()
                ? List.of(new Fact(Kind.VOICEMAIL, "left", recording.madeAt(), file.values()), file)
                : List.of(file);
    }

    /** What became of its file. A call has one message; it can have several talks, whose facts must not be taken for one. */
    public static Fact file(VoiceRecording recording) {
        Map<String, String> values = new TreeMap<>();
        values.put("recording", recording.sid());
        values.put("duration", recording.seconds());
        values.put("url", recording.url());
        values.values().removeIf(String::isEmpty);
        String status = recording.ofCaller() ? recording.status() : recording.status() + "-" + recording.sid();
        return new Fact(Kind.RECORDING, status, recording.madeAt(), values);
    }

    /** It as something to be fetched; empty unless its sound is there. */
    public static Optional<FinishedRecording> finished(VoiceRecording recording) {
        return Optional.of(recording)
                .filter(one -> one.finished() && RecordingId.isOne(one.sid()))
                .map(one -> new FinishedRecording(
                        new RecordingId(one.sid()),
                        SourceId.of(Channel.CALL, one.call()),
                        one.ofCaller() ? FinishedRecording.Kind.MESSAGE : FinishedRecording.Kind.TALK,
                        one.seconds().matches("\\d{1,6}") ? Integer.parseInt(one.seconds()) : 0,
                        one.madeAt()));
    }
}
