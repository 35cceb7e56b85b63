package org.careline.recording;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.careline.store.Budget;
import org.careline.store.DeclaredIndex;
import org.careline.store.StoredAsText;
import org.careline.store.StoredReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How recordings lie in the store: their id, and every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class StoredRecordings {

    static final String RECORDINGS = "recordings";
    static final String PIECES = "recordingPieces";

    private static final String DUE = "dueAt";
    private static final String STATE = "state";
    private static final String MADE = "madeAt";

    @Bean
    StoredAsText<RecordingId> storedRecordingIds() {
        return new StoredAsText<>(RecordingId.class, RecordingId::value, RecordingId::new);
    }

    /** Those that are due. */
    @Bean
    DeclaredIndex recordingsDue() {
        return DeclaredIndex.ascending(RECORDINGS, "by_due", DUE);
    }

    /** Those whose time is over. */
    @Bean
    DeclaredIndex recordingsByAge() {
        return DeclaredIndex.ascending(RECORDINGS, "by_age", STATE, MADE);
    }

    /** All pieces of one. */
    @Bean
    DeclaredIndex piecesOfRecording() {
        return DeclaredIndex.ascending(PIECES, "by_recording", MongoPieces.RECORDING);
    }

    /** The queries of the rounds. */
    record Rows(StoredReads<StoredRecording> reads) implements RecordingRows {

        Rows(MongoTemplate store) {
            this(new StoredReads<>(store, RECORDINGS, StoredRecording.class, Budget.OF_A_ROUND));
        }

        @Override
        public List<StoredRecording> due(Instant now, int limit) {
            return find(Filters.lte(DUE, Date.from(now)), DUE, limit);
        }

        @Override
        public List<StoredRecording> madeBy(State state, Instant then, int limit) {
            return find(Filters.and(Filters.eq(STATE, state.name()), Filters.lte(MADE, Date.from(then))), MADE, limit);
        }

        private List<StoredRecording> find(Bson wanted, String order, int limit) {
            return reads.page("find recordings", wanted, Sorts.ascending(order), limit);
        }
    }
}
