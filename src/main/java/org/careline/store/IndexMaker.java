package org.careline.store;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Creates the declared indexes in the background: the application starts with the store down, so this waits for it. What is declared is what is there: an index that has the name or the fields of a declared
 * one and is otherwise another is dropped, and that one made.
 */
final class IndexMaker extends BackgroundJob {

    private static final Logger LOG = LoggerFactory.getLogger(IndexMaker.class);
    private static final Pace PACE = Pace.between(Duration.ofSeconds(1), Duration.ofDays(1));

    /** Building an index over a large collection takes longer than any other operation may. */
    private static final long BUILD_MINUTES = 10;

    /** {@code IndexOptionsConflict} and {@code IndexKeySpecsConflict}: the definition has changed. */
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    private static final int NOT_FOUND = 27;

    private final MongoTemplate store;
    private final List<DeclaredIndex> declared;
    private boolean over;

    IndexMaker(MongoTemplate store, List<DeclaredIndex> declared) {
        super("indexes", PACE);
        this.store = store;
        this.declared = List.copyOf(declared);
    }

    @Override
    protected Next work() {
        if (!over) {
            make();
        }
        return Next.IDLE;
    }

    private void make() {
        try {
            declared.forEach(this::create);
            LOG.info("{} indexes are in place", declared.size());
        } catch (MongoException refused) {
            LOG.error("The store refuses an index: code {}", refused.getCode(), refused);
        }
        over = true;
    }

    private void create(DeclaredIndex index) {
        Bson keys = Indexes.compoundIndex(index.keys().stream()
                .map(key -> key.ascending() ? Indexes.ascending(key.field()) : Indexes.descending(key.field()))
                .toList());
        MongoCollection<Document> collection =
                store.getCollection(index.collection()).withTimeout(BUILD_MINUTES, TimeUnit.MINUTES);
        StoreBoundary.call("create an index", () -> {
            try {
                return collection.createIndex(keys, new IndexOptions().name(index.name()));
            } catch (MongoCommandException refused) {
                if (!CONFLICTS.contains(refused.getErrorCode())) {
                    throw refused;
                }
                dropOthers(collection, index, keys.toBsonDocument());
                return collection.createIndex(keys, new IndexOptions().name(index.name()));
            }
        });
    }

    /** What has this one's name or fields is what an earlier definition made, or somebody by hand: it may expire documents. */
    private static void dropOthers(MongoCollection<Document> collection, DeclaredIndex index, BsonDocument keys) {
        for (BsonDocument there : collection.listIndexes(BsonDocument.class)) {
            String name = there.getString("name").getValue();
            if (name.equals(index.name()) || there.getDocument("key").equals(keys)) {
                LOG.warn("The index {} of {} is not as it is declared and is made anew", name, index.collection());
                drop(collection, name);
            }
        }
    }

    /** Another node may do the same. */
    private static void drop(MongoCollection<Document> collection, String name) {
        try {
            collection.dropIndex(name);
        } catch (MongoCommandException gone) {
            if (gone.getErrorCode() != NOT_FOUND) {
                throw gone;
            }
        }
    }
}
