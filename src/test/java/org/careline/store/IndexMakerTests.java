package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexMakerTests {

    private static final DeclaredIndex BY_STAGE = DeclaredIndex.ascending("things", "by_stage", "stage", "listed");

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.at(server.uri());
    private final MongoClient client = MongoClients.create(server.uri());

    @AfterEach
    void stops() {
        client.close();
        store.close();
        server.close();
    }

    @Test
    void aChangedDefinitionIsCarriedOut() {
        make(DeclaredIndex.ascending("things", "by_stage", "stage"));

        make(BY_STAGE);

        assertThat(indexes()).containsExactlyEntriesOf(Map.of("by_stage", "stage listed"));
    }

    @Test
    void anotherNameIsCarriedOut() {
        things().createIndex(Indexes.ascending("stage", "listed"), new IndexOptions().name("by_hand"));

        make(BY_STAGE);

        assertThat(indexes()).containsExactlyEntriesOf(Map.of("by_stage", "stage listed"));
    }

    @Test
    void twoThatHaveItsNameAndItsFieldsGiveWay() {
        things().createIndex(Indexes.ascending("stage"), new IndexOptions().name("by_stage"));
        things().createIndex(Indexes.ascending("stage", "listed"), new IndexOptions().name("by_hand"));
        things().createIndex(Indexes.ascending("other"), new IndexOptions().name("other"));

        make(BY_STAGE);

        assertThat(indexes()).containsExactlyInAnyOrderEntriesOf(Map.of("by_stage", "stage listed", "other", "other"));
    }

    private void make(DeclaredIndex index) {
        IndexMaker maker = new IndexMaker(store.template(), List.of(index));
        maker.round();
        String fields = String.join(
                " ", index.keys().stream().map(DeclaredIndex.Key::field).toList());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> fields.equals(indexes().get(index.name())));
    }

    private MongoCollection<Document> things() {
        return client.getDatabase("careline").getCollection("things");
    }

    private Map<String, String> indexes() {
        Map<String, String> indexes = new TreeMap<>();
        things().listIndexes()
                .forEach(index -> indexes.put(
                        index.getString("name"),
                        String.join(" ", index.get("key", Document.class).keySet())));
        indexes.remove("_id_");
        return indexes;
    }
}
