package org.careline.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.careline.node.Seal;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.recording.RecordingBook.Opened;
import org.careline.support.Actors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Holds(Promise.P10)
class RecordingBookTests {

    private static final byte[] SOUND = Keeper.sound(2 * Sounds.PIECE + 17);

    private final Keeper clinic = new Keeper();

    @BeforeEach
    void aMessageIsKept() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        RecordingRounds node = clinic.node();
        node.take(List.of(clinic.finished()));
        node.round();
        node.round();
    }

    @Test
    void whoListenedIsNotedByIds(CapturedOutput output) {
        clinic.book.open(Keeper.ID, Actors.person("ana"));

        assertThat(output).contains("Recording " + Keeper.ID + " was opened by ana");
    }

    @Test
    void whatWasNeverHandedOverIsUnknown() {
        assertThat(clinic.book.open(new RecordingId("RE9"), Actors.person("ana")))
                .isEqualTo(new Opened.Unknown());
        assertThat(clinic.book.find(List.of(new RecordingId("RE9")))).isEmpty();
    }

    @Test
    void withAnotherKeyItSaysSo() {
        Sounds otherKey = new Sounds(clinic.pieces, new Seal(() -> Keeper.key(2)));

        assertThat(new StoredRecordingBook(clinic.store, otherKey, Keeper.KEEP).open(Keeper.ID, Actors.person("ana")))
                .isEqualTo(new Opened.Unreadable(true));
    }

    @Test
    void aMissingPieceIsFound() {
        clinic.pieces.stored.remove(Keeper.ID + "/1/2-of-3");

        assertThat(clinic.book.open(Keeper.ID, Actors.person("ana"))).isEqualTo(new Opened.Unreadable(false));
    }

    @Test
    void swappedPiecesAreFound() {
        String one = Keeper.ID + "/1/0-of-3";
        String other = Keeper.ID + "/1/1-of-3";
        byte[] first = clinic.pieces.stored.get(one);
        clinic.pieces.stored.put(one, clinic.pieces.stored.get(other));
        clinic.pieces.stored.put(other, first);

        assertThat(clinic.book.open(Keeper.ID, Actors.person("ana"))).isEqualTo(new Opened.Unreadable(false));
    }

    @Test
    void aShorterSoundCannotBePassedOffAsWhole() {
        StoredRecording now = clinic.stored();
        StoredRecording shorter = now.whole(2, now.sound().key(), now.stage().since());

        assertThat(clinic.sounds.read(shorter, 2)).isEmpty();
    }

    @Test
    void nothingThatIsStoredCanBeRead() {
        byte[] spoken = "RIFF my name is".getBytes(StandardCharsets.UTF_8);
        clinic.sounds.put(clinic.stored(), spoken);

        assertThat(clinic.pieces.stored.values())
                .allSatisfy(piece -> assertThat(new String(piece, StandardCharsets.ISO_8859_1))
                        .doesNotContain("my name"));
        assertThat(new Sound(spoken).type()).isEqualTo("audio/wav");
        assertThat(new Sound(SOUND).type()).isEqualTo("audio/mpeg");
    }
}
