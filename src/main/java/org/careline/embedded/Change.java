package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change as the journal keeps it: not what was asked for but what came of it, so that doing it again, in order,
 * gives the same store. In bytes: kind, number, collection, then what is told below. The number counts changes and is
 * ours, not the journal's: a checkpoint names the last one it contains.
 */
sealed interface Change {

    int HEADER_BYTES = 1 + Long.BYTES + Integer.BYTES;

    int collection();

    byte[] body();

    Kind kind();

    /** Does it to the maps, at a start. */
    void redo(Catalogue catalogue);

    default byte[] bytes(long number) {
        byte[] body = body();
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put(kind().code)
                .putLong(number)
                .putInt(collection())
                .put(body)
                .array();
    }

    static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(1);
    }

    static Change of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Kind kind = Kind.of(buffer.get());
        int collection = buffer.position(1 + Long.BYTES).getInt();
        return switch (kind) {
            case STORED -> {
                byte[] key = take(buffer, Short.toUnsignedInt(buffer.getShort()));
                yield new Stored(collection, key, take(buffer, buffer.remaining()));
            }
            case REMOVED -> new Removed(collection, take(buffer, buffer.remaining()));
            case CREATED ->
                new Created(collection, new String(take(buffer, buffer.remaining()), StandardCharsets.UTF_8));
            case DROPPED -> new Dropped(collection);
            case INDEXED -> new Indexed(collection, Bson.decode(take(buffer, buffer.remaining())));
            case UNINDEXED ->
                new Unindexed(collection, new String(take(buffer, buffer.remaining()), StandardCharsets.UTF_8));
        };
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    /** Its code is the first byte of a record: codes are never given anew. */
    enum Kind {
        STORED(0),
        REMOVED(1),
        CREATED(2),
        DROPPED(3),
        INDEXED(4),
        UNINDEXED(5);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        static Kind of(byte code) {
            return Stream.of(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The journal has a record of unknown kind " + code));
        }
    }

    /** A document has these bytes now. Body: length of the key in two bytes, key, document. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, compared by nobody
    record Stored(int collection, byte[] key, byte[] document) implements Change {
        @Override
        public byte[] body() {
            return ByteBuffer.allocate(Short.BYTES + key.length + document.length)
                    .putShort((short) key.length)
                    .put(key)
                    .put(document)
                    .array();
        }

        @Override
        public Kind kind() {
            return Kind.STORED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.redo(collection, stored -> stored.replay(key, Optional.of(document)));
        }
    }

    /** A document is gone. Body: its key. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, compared by nobody
    record Removed(int collection, byte[] key) implements Change {
        @Override
        public byte[] body() {
            return key;
        }

        @Override
        public Kind kind() {
            return Kind.REMOVED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.redo(collection, stored -> stored.replay(key, Optional.empty()));
        }
    }

    /** A collection was made. Body: database and collection, with a dot between. */
    record Created(int collection, String namespace) implements Change {
        @Override
        public byte[] body() {
            return namespace.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Kind kind() {
            return Kind.CREATED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.create(collection, namespace);
        }
    }

    /** A collection is gone with everything in it. */
    record Dropped(int collection) implements Change {
        @Override
        public byte[] body() {
            return new byte[0];
        }

        @Override
        public Kind kind() {
            return Kind.DROPPED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.redo(collection, catalogue::remove);
        }
    }

    /** An index was made over all that was there. Body: its description. */
    record Indexed(int collection, Document description) implements Change {
        @Override
        public byte[] body() {
            return Bson.encode(description);
        }

        @Override
        public Kind kind() {
            return Kind.INDEXED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.redo(collection, stored -> catalogue.add(stored, IndexShape.of(description)));
        }
    }

    /** An index is gone. Body: its name. */
    record Unindexed(int collection, String name) implements Change {
        @Override
        public byte[] body() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Kind kind() {
            return Kind.UNINDEXED;
        }

        @Override
        public void redo(Catalogue catalogue) {
            catalogue.redo(collection, stored -> catalogue.remove(stored, name));
        }
    }
}
