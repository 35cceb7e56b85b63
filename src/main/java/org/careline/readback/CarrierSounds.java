package org.careline.readback;

import java.util.Set;
import org.careline.carrier.Answer;
import org.careline.carrier.Answer.Done;
import org.careline.carrier.Answer.NotSent;
import org.careline.carrier.Answer.Refused;
import org.careline.carrier.Carrier;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.SoundSource;
import org.springframework.stereotype.Component;

/** The carrier's recordings, for whoever keeps them. */
@Component
final class CarrierSounds implements SoundSource {

    /** The status, or Twilio's code for it, of what is not there. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 410, 20_404);

    private final Carrier carrier;

    CarrierSounds(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Fetched fetch(RecordingId id) {
        Answer<byte[]> answer = carrier.media(id.value());
        if (answer instanceof Done<byte[]> done) {
            return new Sound(done.value());
        }
        if (answer instanceof NotSent) {
            return new Fetched.NotAsked();
        }
        return notThere(answer) ? new Fetched.NotThere() : new Fetched.Failed();
    }

    @Override
    public Deleted delete(RecordingId id) {
        Answer<String> answer = carrier.delete(id.value());
        if (answer instanceof NotSent) {
            return Deleted.NOT_ASKED;
        }
        return answer instanceof Done || notThere(answer) ? Deleted.GONE : Deleted.FAILED;
    }

    private static boolean notThere(Answer<?> answer) {
        return answer instanceof Refused<?> no && NOT_THERE.contains(no.code());
    }
}
