package org.careline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.recording.Fate.Blow;
import org.careline.recording.Fate.Death;
import org.careline.recording.PlayedSource.Mood;
import org.careline.recording.RecordingBook.Opened;
import org.careline.store.StoreUnavailable;
import org.careline.support.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Holds({Promise.P9, Promise.P10})
class KeepingTests {

    /** Three pieces, the last one small. */
    private static final byte[] SOUND = Keeper.sound(2 * Sounds.PIECE + 17);

    private final Keeper clinic = new Keeper();
    private final RecordingRounds node = clinic.node();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Sounds.PIECE, Sounds.PIECE + 1, 9 * Sounds.PIECE + 3})
    void aSoundIsFetchedProvedDeletedThereAndHeardHere(int length) {
        clinic.carrier.sounds.put(Keeper.ID, Keeper.sound(length));
        node.take(List.of(clinic.finished()));

        node.round();
        assertThat(clinic.state()).isEqualTo(State.WHOLE);
        node.round();

        assertThat(clinic.state()).isEqualTo(State.KEPT);
        assertThat(clinic.stored().dueAt()).isEmpty();
        assertThat(clinic.carrier.sounds).isEmpty();
        assertThat(heard()).isEqualTo(Keeper.sound(length));
        assertThat(clinic.alarms).isEmpty();
    }

    @Test
    void aHintBecomesDurableOnTheNextRoundAndOnlyOnce() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.hint(clinic.finished());
        node.hint(clinic.finished());
        clinic.fate.strikes(Blow.LOST, 2);
        node.round();
        assertThat(clinic.store.recordings).isEmpty();

        node.round();
        node.round();
        node.take(List.of(clinic.finished()));
        node.round();

        assertThat(clinic.state()).isEqualTo(State.KEPT);
        assertThat(clinic.carrier.deletes).isEqualTo(1);
    }

    @Test
    void whatTheStoreDoesNotTakeIsSaidSo() {
        clinic.fate.strikes(Blow.LOST, 2);

        assertThatThrownBy(() -> node.take(List.of(clinic.finished()))).isInstanceOf(StoreUnavailable.class);
    }

    /** Every question to store and carrier once, in each way. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void nothingIsLostWhereverANodeDiesOrAnAnswerIsLost(Blow blow) {
        int questions = questionsOfACalmWay();

        for (int number = 1; number <= questions; number++) {
            Keeper struck = new Keeper();
            List<String> early = new ArrayList<>();
            struck.carrier.sounds.put(Keeper.ID, SOUND);
            struck.carrier.whenDeleted = () -> {
                if (!wholeIn(struck)) {
                    early.add("deleted before it was whole");
                }
            };
            struck.fate.strikes(blow, number);
            goesOn(struck);

            assertThat(struck.state()).as("%s at %d", blow, number).isEqualTo(State.KEPT);
            assertThat(struck.sounds.read(
                            struck.stored(), struck.stored().sound().pieces()))
                    .contains(SOUND);
            assertThat(struck.pieces.stored).hasSize(3);
            assertThat(early).isEmpty();
        }
    }

    private static int questionsOfACalmWay() {
        Keeper calm = new Keeper();
        calm.carrier.sounds.put(Keeper.ID, SOUND);
        goesOn(calm);
        assertThat(calm.fate.asked).isGreaterThan(12);
        return calm.fate.asked;
    }

    /** A node after the other for an hour; whoever dies is followed by the next one. */
    private static void goesOn(Keeper clinic) {
        FinishedRecording told = clinic.finished();
        RecordingRounds node = clinic.node();
        for (int round = 0; round < 30; round++) {
            try {
                node.hint(told);
                node.round();
            } catch (Death gone) {
                node = clinic.node();
            }
            clinic.clock.advance(Duration.ofMinutes(2));
        }
    }

    private static boolean wholeIn(Keeper clinic) {
        StoredRecording now = clinic.stored();
        return now.state() == State.WHOLE
                && clinic.sounds
                        .read(now, now.sound().pieces())
                        .filter(sound -> Arrays.equals(sound, SOUND))
                        .isPresent();
    }

    @Test
    void ofTwoNodesThatMeetOneStepsBack() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.take(List.of(clinic.finished()));
        StoredRecording seen = clinic.stored();
        node.round();

        Keeping late = new Keeping(clinic.store, clinic.sounds, clinic.carrier, (kind, about) -> {}, clinic.clock);
        late.step(seen);

        assertThat(clinic.state()).isEqualTo(State.WHOLE);
        assertThat(clinic.pieces.stored).hasSize(3);
    }

    @Test
    void aSoundThatIsNotStoredRightIsNotDeletedThere() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.take(List.of(clinic.finished()));
        String first = Keeper.ID + "/1/0-of-3";
        clinic.pieces.put(Keeper.ID, first, new byte[40]);

        node.round();
        assertThat(clinic.state()).isEqualTo(State.EXPECTED);
        assertThat(clinic.carrier.deletes).isZero();
        clinic.clock.advance(Keeping.FIRST_PAUSE);
        node.round();
        node.round();

        assertThat(clinic.state()).isEqualTo(State.KEPT);
        assertThat(heard()).isEqualTo(SOUND);
        assertThat(clinic.pieces.stored).hasSize(3).doesNotContainKey(first);
    }

    @Test
    void aCarrierThatFailsIsAskedEverMoreSeldomAndPeopleAreTold() {
        clinic.carrier.mood = Mood.FAILS;
        node.take(List.of(clinic.finished()));
        List<Duration> pauses = new ArrayList<>();
        for (int failure = 0; failure < 10; failure++) {
            node.round();
            pauses.add(Duration.between(clinic.clock.instant(), due()));
            clinic.clock.advance(Duration.between(clinic.clock.instant(), due()));
        }

        assertThat(pauses)
                .startsWith(Duration.ofMinutes(2), Duration.ofMinutes(4))
                .endsWith(Keeping.LONGEST_PAUSE);
        assertThat(clinic.alarms).hasSize(10 - Keeping.PATIENCE + 1).containsOnly("RECORDING_NOT_KEPT " + Keeper.ID);

        clinic.carrier.mood = Mood.ANSWERS;
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.round();
        node.round();
        assertThat(clinic.state()).isEqualTo(State.KEPT);
    }

    @Test
    void aDeleteThatFailsIsTriedAgainAndTheSoundIsHeardMeanwhile() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.take(List.of(clinic.finished()));
        node.round();
        clinic.carrier.mood = Mood.FAILS;
        node.round();

        assertThat(clinic.state()).isEqualTo(State.WHOLE);
        assertThat(heard()).isEqualTo(SOUND);
        clinic.carrier.mood = Mood.ANSWERS;
        clinic.clock.advance(Keeping.FIRST_PAUSE);
        node.round();
        assertThat(clinic.state()).isEqualTo(State.KEPT);
    }

    @Test
    void aSoundThatIsNotThereYetIsWaitedForADay() {
        node.take(List.of(clinic.finished()));
        node.round();
        assertThat(clinic.state()).isEqualTo(State.EXPECTED);
        assertThat(clinic.book.open(Keeper.ID, Actors.person("ana"))).isEqualTo(new Opened.NotHere(State.EXPECTED));

        clinic.clock.advance(Keeping.NEVER.plusSeconds(1));
        node.round();

        assertThat(clinic.state()).isEqualTo(State.LOST);
        assertThat(clinic.alarms).contains("RECORDING_NOT_KEPT " + Keeper.ID);
        assertThat(clinic.stored().dueAt()).isEmpty();
    }

    @Test
    void aRehearsalWaitsAndAlarmsNobody() {
        clinic.carrier.mood = Mood.REHEARSES;
        node.take(List.of(clinic.finished()));
        for (int day = 0; day < 20; day++) {
            node.round();
            clinic.clock.advance(Keeping.UNASKED_PAUSE);
        }

        assertThat(clinic.state()).isEqualTo(State.EXPECTED);
        assertThat(clinic.alarms).isEmpty();
    }

    @Test
    void whenItsTimeIsOverOnlyATombstoneIsLeft() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        node.take(List.of(clinic.finished()));
        node.round();
        node.round();
        assertThat(shown().keptUntil()).isEqualTo(clinic.clock.instant().plus(Keeper.KEEP));
        clinic.clock.advance(Keeper.KEEP.minusSeconds(1));
        node.round();
        assertThat(heard()).isEqualTo(SOUND);

        clinic.clock.advance(Duration.ofSeconds(1));
        clinic.fate.strikes(Blow.ANSWER_LOST, 3);
        for (int round = 0; round < 4; round++) {
            node.round();
            clinic.clock.advance(Keeping.FIRST_PAUSE);
        }

        assertThat(clinic.pieces.stored).isEmpty();
        assertThat(clinic.state()).isEqualTo(State.ERASED);
        assertThat(shown().erasedAt()).isNotNull();
        assertThat(shown().keptUntil()).isNull();
        assertThat(clinic.book.open(Keeper.ID, Actors.person("ana"))).isEqualTo(new Opened.NotHere(State.ERASED));
        node.take(List.of(clinic.finished()));
        node.round();
        assertThat(clinic.state()).isEqualTo(State.ERASED);
    }

    @Test
    void whatIsStillWithTheCarrierIsNotErased() {
        clinic.carrier.mood = Mood.FAILS;
        node.take(List.of(clinic.finished()));
        clinic.clock.advance(Keeper.KEEP.multipliedBy(2));

        node.round();

        assertThat(clinic.state()).isEqualTo(State.EXPECTED);
    }

    private Instant due() {
        return clinic.stored().dueAt().orElseThrow();
    }

    private KeptRecording shown() {
        return Objects.requireNonNull(clinic.book.find(List.of(Keeper.ID)).get(Keeper.ID), "shown");
    }

    private byte[] heard() {
        Opened opened = clinic.book.open(Keeper.ID, Actors.person("ana"));
        assertThat(opened).isInstanceOf(Sound.class);
        return ((Sound) opened).bytes();
    }
}
