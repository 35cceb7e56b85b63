package org.careline.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.careline.node.Seal;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.support.Actors;
import org.careline.support.MovableClock;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same way through a store that speaks MongoDB's protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoRecordingsTests {

    private static final byte[] SOUND = Keeper.sound(10 * Sounds.PIECE + 5);

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.with(server.uri(), StoredRecordings.class);
    private final MovableClock clock = new MovableClock();
    private final GuardedStore<RecordingId, StoredRecording> recordings =
            new MongoGuardedStore<>(store.template(), StoredRecordings.RECORDINGS, StoredRecording.class, clock);
    private final StoredRecordings.Rows rows = new StoredRecordings.Rows(store.template());
    private final MongoPieces pieces = new MongoPieces(store.template());
    private final Sounds sounds = new Sounds(pieces, new Seal(() -> Keeper.key(1)));
    private final Keeper clinic = new Keeper();

    @BeforeEach
    void nothingIsStored() {
        store.template().dropCollection(StoredRecordings.RECORDINGS);
        store.template().dropCollection(StoredRecordings.PIECES);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void aSoundIsKeptHeardAndErased() {
        clinic.carrier.sounds.put(Keeper.ID, SOUND);
        Keeping keeping = new Keeping(recordings, sounds, clinic.carrier, (kind, about) -> {}, clock);
        RecordingRounds node = new RecordingRounds(recordings, rows, keeping, Keeper.KEEP, clock);
        RecordingBook book = new StoredRecordingBook(recordings, sounds, Keeper.KEEP);
        node.take(List.of(clinic.finished()));

        node.round();
        node.round();
        assertThat(book.open(Keeper.ID, Actors.person("ana")))
                .isInstanceOfSatisfying(
                        Sound.class, heard -> assertThat(heard.bytes()).isEqualTo(SOUND));
        assertThat(clinic.carrier.sounds).isEmpty();
        clock.advance(Keeper.KEEP);
        node.round();
        node.round();

        assertThat(recordings.find(List.of(Keeper.ID)).get(Keeper.ID))
                .isNotNull()
                .extracting(StoredRecording::state, StoredRecording::dueAt)
                .containsExactly(State.ERASED, Optional.empty());
        assertThat(pieces.find(IntStream.range(0, 11)
                        .mapToObj(number -> Keeper.ID + "/1/" + number + "-of-11")
                        .toList()))
                .isEmpty();
    }

    @Test
    void aPieceIsInsertedOnceAndOthersOfItsRecordingAreTidiedAway() {
        RecordingId other = new RecordingId("RE2");
        pieces.put(Keeper.ID, "a/1/0", new byte[] {1});
        pieces.put(Keeper.ID, "a/1/0", new byte[] {2});
        pieces.put(Keeper.ID, "a/2/0", new byte[] {3});
        pieces.put(other, "b/1/0", new byte[] {4});

        pieces.deleteBut(Keeper.ID, "a/1/");
        pieces.deleteBut(Keeper.ID, "a/1/");

        assertThat(pieces.find(Set.of("a/1/0", "a/2/0", "b/1/0")))
                .containsOnlyKeys("a/1/0", "b/1/0")
                .containsEntry("a/1/0", new byte[] {1});
        pieces.deleteAll(Keeper.ID);
        assertThat(pieces.find(Set.of("a/1/0", "b/1/0"))).containsOnlyKeys("b/1/0");
    }

    @Test
    void whatIsDueComesInItsOrderAndWhatRestsDoesNot() {
        Instant now = clock.instant();
        recordings.write(List.of(
                expected("RE1", now).waiting(now.plusSeconds(1)),
                expected("RE2", now).waiting(now.minusSeconds(1)),
                expected("RE3", now).waiting(now.minusSeconds(2)),
                expected("RE4", now.minusSeconds(9)).resting(State.KEPT, now),
                expected("RE5", now.minusSeconds(5)).resting(State.ERASED, now)));

        assertThat(rows.due(now, 9)).extracting(one -> one.id().value()).containsExactly("RE3", "RE2");
        assertThat(rows.due(now, 1)).hasSize(1);
        assertThat(rows.madeBy(State.KEPT, now.minus(Duration.ofSeconds(9)), 9))
                .extracting(one -> one.id().value())
                .containsExactly("RE4");
        assertThat(rows.madeBy(State.KEPT, now.minus(Duration.ofSeconds(10)), 9))
                .isEmpty();
    }

    @Test
    void whatIsWrittenHasTheNamesThatEveryVersionKnows() {
        StoredRecording begun =
                expected("RE1", clock.instant()).begun(clock.instant()).whole(3, "key", clock.instant());
        Document document = new Document();
        store.template().getConverter().write(begun, document);

        assertThat(document)
                .containsOnlyKeys(
                        "_id",
                        "rev",
                        "call",
                        "kind",
                        "seconds",
                        "madeAt",
                        "state",
                        "tries",
                        "failures",
                        "dueAt",
                        "pieces",
                        "key",
                        "since")
                .containsEntry("state", "WHOLE")
                .containsEntry("tries", 1)
                .containsEntry("pieces", 3)
                .containsEntry("key", "key");
        assertThat(store.template().getConverter().read(StoredRecording.class, document))
                .isEqualTo(begun);
    }

    private StoredRecording expected(String id, Instant madeAt) {
        FinishedRecording finished = clinic.finished();
        return StoredRecording.expected(
                new FinishedRecording(
                        new RecordingId(id), finished.call(), finished.kind(), finished.seconds(), madeAt),
                madeAt);
    }
}
