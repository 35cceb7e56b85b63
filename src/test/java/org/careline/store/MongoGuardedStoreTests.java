package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mapping.MappingException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoGuardedStoreTests {

    private static final String NOTES = "notes";
    private static final Instant AT = Instant.parse("2026-11-23T14:00:00.123Z");

    private final WireStore server = new WireStore();
    private final StoreContext store = open(server);

    @BeforeEach
    void emptyTheCollection() {
        store.template().dropCollection(NOTES);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void aNewDocumentIsFoundWithItsFirstRevision() {
        Note note = note(1, 0, "hello");

        assertThat(notes().write(List.of(note))).containsExactly(id(1));

        assertThat(notes().find(List.of(id(1), id(2)))).isEqualTo(Map.of(id(1), note(1, 1, "hello")));
    }

    @Test
    void aSecondInsertOfOneIdDoesNotHold() {
        notes().write(List.of(note(1, 0, "first")));

        Set<NoteId> held = notes().write(List.of(note(1, 0, "second"), note(2, 0, "other")));

        assertThat(held).containsExactly(id(2));
        assertThat(notes().find(List.of(id(1))).get(id(1))).isEqualTo(note(1, 1, "first"));
    }

    @Test
    void onlyTheReaderOfTheLastRevisionReplaces() {
        notes().write(List.of(note(1, 0, "a"), note(2, 0, "a"), note(3, 0, "a")));
        notes().write(List.of(note(2, 1, "b")));

        Set<NoteId> held = notes().write(List.of(note(1, 1, "c"), note(2, 1, "c"), note(3, 1, "c"), note(4, 1, "c")));

        assertThat(held).containsExactlyInAnyOrder(id(1), id(3));
        assertThat(notes().find(List.of(id(2))).get(id(2))).isEqualTo(note(2, 2, "b"));
    }

    @Test
    void duplicatesAndLostGuardsOfOneCallAreToldApart() {
        notes().write(List.of(note(1, 0, "a"), note(2, 0, "a"), note(3, 0, "a")));
        notes().write(List.of(note(2, 1, "b")));

        Set<NoteId> held = notes().write(List.of(note(1, 0, "c"), note(2, 1, "c"), note(3, 1, "c"), note(5, 0, "c")));

        assertThat(held).containsExactlyInAnyOrder(id(3), id(5));
    }

    @Test
    void anEqualRevisionOfAnotherWriteIsNotOurs() {
        notes().write(List.of(note(1, 0, "a"), note(2, 0, "a")));
        notes().write(List.of(note(1, 1, "b")));

        assertThat(notes().write(List.of(note(1, 1, "c"), note(2, 1, "c")))).containsExactly(id(2));
    }

    @Test
    void documentsCarryTextsAndNoClassNames() {
        notes().write(List.of(note(1, 0, "hello")));

        var stored = store.template()
                .getCollection(NOTES)
                .find(new Document("_id", "000000000000000000000001"))
                .first();

        assertThat(stored)
                .containsEntry("_id", "00000000000000000000000" + 1)
                .containsEntry("day", "1990-04-02")
                .containsEntry("rev", 1L)
                .doesNotContainKeys("_class", "nothing");
        assertThat(stored.get("others")).isEqualTo(List.of("000000000000000000000009"));
    }

    @Test
    void aMapKeyWithADotIsRefused() {
        Note dotted = new Note(id(1), 0, "a", id(8), LocalDate.EPOCH, AT, Set.of(), Map.of("a.b", "c"), null);

        assertThatThrownBy(() -> notes().write(List.of(dotted))).isInstanceOf(MappingException.class);
        assertThat(notes().find(List.of(id(1)))).isEmpty();
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(notes().find(List.of())).isEmpty();
        assertThat(notes().write(List.of())).isEmpty();
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        WireStore shortLived = new WireStore();
        try (StoreContext lost = open(shortLived)) {
            var gone = new MongoGuardedStore<>(lost.template(), NOTES, Note.class, Clock.systemUTC());
            gone.find(List.of(id(1)));
            shortLived.close();

            assertThatThrownBy(() -> gone.find(List.of(id(1)))).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> gone.write(List.of(note(1, 0, "a"))))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("The store did not answer: write notes");
        }
    }

    private static StoreContext open(WireStore server) {
        return StoreContext.at(server.uri(), new StoredAsText<>(NoteId.class, NoteId::value, NoteId::new));
    }

    private GuardedStore<NoteId, Note> notes() {
        return new MongoGuardedStore<>(store.template(), NOTES, Note.class, Clock.systemUTC());
    }

    private static NoteId id(int number) {
        return new NoteId(String.format(java.util.Locale.ROOT, "%024x", number));
    }

    private static Note note(int number, long rev, String text) {
        LocalDate day = LocalDate.parse("1990-04-02");
        return new Note(id(number), rev, text, id(8), day, AT, Set.of(id(9)), Map.of("utm_source", "x"), null);
    }

    record NoteId(String value) {}

    record Note(
            NoteId id,
            long rev,
            String text,
            NoteId by,
            LocalDate day,
            Instant at,
            Set<NoteId> others,
            Map<String, String> words,
            @Nullable String nothing)
            implements Versioned<NoteId> {}
}
