package org.careline.recording;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.types.Binary;
import org.careline.store.StoreBoundary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Pieces in MongoDB: a document each, inserted once and never changed. Its id is its place. */
final class MongoPieces implements Pieces {

    static final String RECORDING = "recording";

    private static final String ID = "_id";
    private static final String SEALED = "sealed";

    private final MongoTemplate store;

    MongoPieces(MongoTemplate store) {
        this.store = store;
    }

    @Override
    public void put(RecordingId of, String place, byte[] sealed) {
        Document piece = new Document(ID, place).append(RECORDING, of.value()).append(SEALED, new Binary(sealed));
        StoreBoundary.call("store a piece of sound", () -> {
            try {
                return documents().insertOne(piece).wasAcknowledged();
            } catch (MongoWriteException refused) {
                if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return true;
                }
                throw refused;
            }
        });
    }

    @Override
    public Map<String, byte[]> find(Collection<String> places) {
        return StoreBoundary.call("read pieces of sound", () -> {
            Map<String, byte[]> found = new HashMap<>();
            documents()
                    .find(Filters.in(ID, places))
                    .forEach(piece -> found.put(
                            piece.getString(ID), piece.get(SEALED, Binary.class).getData()));
            return found;
        });
    }

    @Override
    public void deleteBut(RecordingId of, String beginning) {
        delete(of, place -> !place.startsWith(beginning));
    }

    @Override
    public void deleteAll(RecordingId of) {
        delete(of, place -> true);
    }

    /** Each by its id: a sharded cluster takes no other delete without asking all its parts. */
    private void delete(RecordingId of, Predicate<String> which) {
        StoreBoundary.call("delete pieces of sound", () -> {
            List<DeleteOneModel<Document>> deletes = new ArrayList<>();
            documents()
                    .find(Filters.eq(RECORDING, of.value()))
                    .projection(Projections.include(ID))
                    .map(piece -> piece.getString(ID))
                    .forEach(place -> {
                        if (which.test(place)) {
                            deletes.add(new DeleteOneModel<>(Filters.eq(ID, place)));
                        }
                    });
            return deletes.isEmpty() || documents().bulkWrite(deletes).wasAcknowledged();
        });
    }

    private MongoCollection<Document> documents() {
        return store.getCollection(StoredRecordings.PIECES).withWriteConcern(WriteConcern.MAJORITY);
    }
}
