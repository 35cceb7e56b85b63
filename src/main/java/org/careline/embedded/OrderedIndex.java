package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;

/**
 * An index: a sorted map of entries without values. An entry is the encoded fields, then the key of the document, then
 * that key's length in two bytes; so the order of entries is the order of fields, equal fields by {@code _id}.
 */
final class OrderedIndex {

    private static final byte[] NOTHING = new byte[0];

    private final IndexShape shape;
    private final MVMap<byte[], byte[]> entries;
    private volatile boolean multikey;

    OrderedIndex(IndexShape shape, MVMap<byte[], byte[]> entries, boolean multikey) {
        this.shape = shape;
        this.entries = entries;
        this.multikey = multikey;
    }

    IndexShape shape() {
        return shape;
    }

    MVMap<byte[], byte[]> entries() {
        return entries;
    }

    /** Whether any document ever had an array at one of the fields: then a document can have several entries. */
    boolean multikey() {
        return multikey;
    }

    static byte[] documentKey(byte[] entry) {
        int length = Short.toUnsignedInt(ByteBuffer.wrap(entry).getShort(entry.length - Short.BYTES));
        int end = entry.length - Short.BYTES;
        return Arrays.copyOfRange(entry, end - length, end);
    }

    /** The entries a document has here; throws when it cannot be indexed, before anything was changed. */
    Keys keysOf(Document document, byte[] key) {
        byte[] tail = ByteBuffer.allocate(key.length + Short.BYTES)
                .put(key)
                .putShort((short) key.length)
                .array();
        List<byte[]> heads = List.of(NOTHING);
        Set<String> arrays = new HashSet<>();
        for (IndexShape.Part part : shape.parts()) {
            FieldPath.Found found = part.path().in(document);
            if (found.array()) {
                arrays.add(part.path().root());
            }
            heads = extended(heads, part, found);
        }
        if (arrays.size() > 1) {
            throw new MongoServerError(171, "CannotIndexParallelArrays", "cannot index parallel arrays");
        }
        Set<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        heads.forEach(head -> keys.add(OrderedKey.joined(head, tail)));
        return new Keys(keys, !arrays.isEmpty());
    }

    private static List<byte[]> extended(List<byte[]> heads, IndexShape.Part part, FieldPath.Found found) {
        List<byte[]> extended = new ArrayList<>(heads.size() * found.values().size());
        for (Object value : found.values()) {
            byte[] encoded = OrderedKey.of(value)
                    .orElseThrow(
                            () -> Refusal.notImplemented("decimals, code and regular expressions in the index field '"
                                    + part.path().text() + "'"));
            heads.forEach(head -> extended.add(OrderedKey.joined(head, part.directed(encoded))));
        }
        return extended;
    }

    /** Moves a document from its old entries to its new ones; true if the index has just become multikey. */
    boolean move(Keys before, Keys after) {
        before.keys().stream().filter(key -> !after.keys().contains(key)).forEach(entries::remove);
        after.keys().stream().filter(key -> !before.keys().contains(key)).forEach(key -> entries.put(key, NOTHING));
        boolean turned = after.array() && !multikey;
        if (turned) {
            multikey = true;
        }
        return turned;
    }

    /**
     * The entries of one document.
     *
     * @param keys in order
     * @param array whether the document has an array at one of the fields
     */
    record Keys(Set<byte[]> keys, boolean array) {

        static Keys none() {
            return new Keys(new TreeSet<>(Arrays::compareUnsigned), false);
        }
    }
}
