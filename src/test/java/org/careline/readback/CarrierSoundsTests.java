package org.careline.readback;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.carrier.Answer;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.SoundSource.Deleted;
import org.careline.recording.SoundSource.Fetched;
import org.careline.support.PlayedCarrier;
import org.careline.support.PlayedCarrier.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierSoundsTests {

    private static final RecordingId ID = new RecordingId("RE00000000000000000000000000000001");

    private final PlayedCarrier carrier = new PlayedCarrier();
    private final CarrierSounds sounds = new CarrierSounds(carrier);

    @Test
    void aSoundIsFetchedAndDeleted() {
        carrier.sounds.put(ID.value(), new byte[] {7, 8});

        assertThat(sounds.fetch(ID))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.bytes()).containsExactly(7, 8));
        assertThat(sounds.delete(ID)).isEqualTo(Deleted.GONE);
    }

    @Test
    void noAnswerIsAFailureAndARehearsalIsNone() {
        carrier.becomes(Mood.IS_SILENT);
        assertThat(sounds.fetch(ID)).isEqualTo(new Fetched.Failed());
        assertThat(sounds.delete(ID)).isEqualTo(Deleted.FAILED);

        carrier.becomes(Mood.REHEARSES);
        assertThat(sounds.fetch(ID)).isEqualTo(new Fetched.NotAsked());
        assertThat(sounds.delete(ID)).isEqualTo(Deleted.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({"404,true", "20404,true", "410,true", "401,false", "20003,false", "429,false"})
    void aRefusalThatMeansGoneIsToldApart(int code, boolean gone) {
        carrier.refuses(code);

        assertThat(sounds.fetch(ID)).isEqualTo(gone ? new Fetched.NotThere() : new Fetched.Failed());
        assertThat(sounds.delete(ID)).isEqualTo(gone ? Deleted.GONE : Deleted.FAILED);
        assertThat(carrier.delete(ID.value())).isEqualTo(new Answer.Refused<>(code));
    }
}
