package org.careline.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * A collection and its indexes as they were at one instant. Pages are never changed in place, so a snapshot costs
 * nothing; it may be used only while no checkpoint runs, for a checkpoint gives old pages free.
 *
 * @param documents the collection, the view of the {@code _id} index
 * @param indexes the others
 */
record Snapshot(View documents, List<View> indexes) {

    /** Throws if the index of a plan made earlier is gone. */
    View view(Plan plan) {
        return plan.ofCollection()
                ? documents
                : indexes.stream()
                        .filter(view -> view.shape().equals(plan.index()))
                        .findFirst()
                        .orElseThrow(() -> new MongoServerError(175, "QueryPlanKilled", "index dropped"));
    }

    byte @Nullable [] document(byte[] key) {
        return documents.map.get(documents.root.root, key);
    }

    /**
     * One sorted map at that instant.
     *
     * @param shape its fields
     * @param multikey whether a document can have several entries
     * @param map the living map
     * @param root the instant
     */
    record View(IndexShape shape, boolean multikey, MVMap<byte[], byte[]> map, RootReference<byte[], byte[]> root) {

        Cursor<byte[], byte[]> upwardsFrom(byte[] key) {
            return map.cursor(root, key, null, false);
        }

        Cursor<byte[], byte[]> downwardsFrom(byte[] key) {
            return map.cursor(root, key, null, true);
        }

        /** How many entries lie in a span, by position in the tree and thus about exactly; cheap at any size. */
        long count(Span span) {
            return Math.max(0, position(span.to()) - position(span.from()));
        }

        private long position(byte[] key) {
            long index = map.getKeyIndex(key);
            return index < 0 ? -index - 1 : index;
        }
    }
}
