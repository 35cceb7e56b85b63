package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTests {

    private static final Path PAGE = Path.of("src/docs/embedded-store.md");

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    void open() {
        store = EmbeddedStore.open(folder, 0, Clock.systemUTC());
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("careline");
        database.getCollection("c").insertOne(new Document("_id", 1).append("a", 1));
    }

    @AfterAll
    void close() {
        client.close();
        store.close();
    }

    static List<GateTable.Row> examples() {
        return GateTable.rows().stream().filter(row -> !row.example().isEmpty()).toList();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("examples")
    void everyExampleIsTakenOrRefusedAsTheTableSays(GateTable.Row row) {
        assertThat(verdict(Document.parse(row.example()))).isEqualTo(row.verdict());
    }

    private String verdict(Document command) {
        try {
            Document answer = database.runCommand(command);
            List<Document> errors = answer.getList("writeErrors", Document.class, List.of());
            return errors.isEmpty() ? "yes" : String.valueOf(errors.get(0).getInteger("code"));
        } catch (MongoCommandException refusal) {
            return String.valueOf(refusal.getErrorCode());
        }
    }

    @Test
    void aRefusedWriteHasChangedNothing() {
        assertThat(database.getCollection("c")
                        .countDocuments(new Document("_id", new Document("$in", List.of(70, 71, 72, 74)))))
                .isZero();
    }

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        assertThat(Files.readString(PAGE)).contains(GatePage.text());
    }
}
