package org.careline.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * BSON values as bytes whose unsigned order is MongoDB's order of values: null, numbers, strings, objects, arrays,
 * binary, ids, booleans, dates. Numbers of equal value have equal bytes whatever their type. No encoding is a prefix of
 * another one, so that encodings can be put one behind the other and, inverted bit by bit, sort downwards.
 */
final class OrderedKey {

    /** Stands for an empty array, which MongoDB sorts before null. */
    static final Object EMPTY_ARRAY = new Object();

    static final int NULL = 0x10;

    private static final int MIN = 0x05;
    private static final int EMPTY = 0x08;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int OBJECT = 0x38;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x48;
    private static final int OBJECT_ID = 0x50;
    private static final int BOOLEAN = 0x58;
    private static final int DATE = 0x60;
    private static final int TIMESTAMP = 0x68;
    private static final int MAX = 0x70;

    private static final int END = 0x00;
    private static final int ESCAPE = 0xFF;
    private static final int UUID_BYTES = 16;
    private static final int REMAINDER_MIDDLE = 0x8000;
    private static final double ABOVE_ALL_LONGS = 0x1p63;

    private OrderedKey() {}

    /** Empty for values that have no place in a key: regular expressions, code, decimals. */
    static Optional<byte[]> of(@Nullable Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return write(value, out) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    static byte[] inverted(byte[] key) {
        byte[] inverted = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            inverted[i] = (byte) ~key[i];
        }
        return inverted;
    }

    /** The least key that is greater than every key beginning with these bytes. */
    static byte[] after(byte[] prefix) {
        int end = prefix.length;
        while (end > 0 && prefix[end - 1] == (byte) 0xFF) {
            end--;
        }
        byte[] next = Arrays.copyOf(prefix, end);
        next[end - 1]++;
        return next;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static boolean write(@Nullable Object value, ByteArrayOutputStream out) {
        if (value == null) {
            out.write(NULL);
            return true;
        }
        if (value instanceof Document document) {
            return writeObject(document, out);
        }
        if (value instanceof Collection<?> array) {
            return writeArray(array, out);
        }
        return writeScalar(value, out);
    }

    private static boolean writeScalar(Object value, ByteArrayOutputStream out) {
        if (value instanceof String text) {
            out.write(STRING);
            writeText(text, out);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
            writeNumber((Number) value, out);
        } else if (value instanceof Boolean flag) {
            out.write(BOOLEAN);
            out.write(flag ? 1 : 0);
        } else if (value instanceof Instant time) {
            writeLong(DATE, time.toEpochMilli() ^ Long.MIN_VALUE, out);
        } else if (value instanceof BsonTimestamp time) {
            writeLong(TIMESTAMP, time.getValue(), out);
        } else if (value instanceof ObjectId id) {
            out.write(OBJECT_ID);
            out.writeBytes(id.toByteArray());
        } else {
            return writeRare(value, out);
        }
        return true;
    }

    private static boolean writeRare(Object value, ByteArrayOutputStream out) {
        if (value instanceof BinData data) {
            writeBinary(0, data.getData(), out);
        } else if (value instanceof UUID uuid) {
            writeBinary(4, uuidBytes(uuid), out);
        } else if (value instanceof LegacyUUID legacy) {
            writeBinary(3, uuidBytes(legacy.getUuid()), out);
        } else if (value instanceof MinKey) {
            out.write(MIN);
        } else if (value instanceof MaxKey) {
            out.write(MAX);
        } else if (value == EMPTY_ARRAY) {
            out.write(EMPTY);
        } else {
            return false;
        }
        return true;
    }

    /** Fields compare by type, then name, then value, in the order in which they stand. */
    private static boolean writeObject(Map<String, ?> object, ByteArrayOutputStream out) {
        out.write(OBJECT);
        for (Map.Entry<String, ?> field : object.entrySet()) {
            Optional<byte[]> value = of(field.getValue());
            if (value.isEmpty()) {
                return false;
            }
            out.write(value.get()[0]);
            writeText(field.getKey(), out);
            out.write(value.get(), 1, value.get().length - 1);
        }
        out.write(END);
        return true;
    }

    private static boolean writeArray(Collection<?> array, ByteArrayOutputStream out) {
        out.write(ARRAY);
        for (Object element : array) {
            if (!write(element, out)) {
                return false;
            }
        }
        out.write(END);
        return true;
    }

    private static void writeText(String text, ByteArrayOutputStream out) {
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(unit);
            if (unit == 0) {
                out.write(ESCAPE);
            }
        }
        out.write(END);
        out.write(END);
    }

    private static void writeLong(int type, long bits, ByteArrayOutputStream out) {
        out.write(type);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    private static void writeBinary(int subtype, byte[] data, ByteArrayOutputStream out) {
        out.write(BINARY);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    private static byte[] uuidBytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** The nearest double, then what is missing to the exact value: a long and a double of one value agree. */
    private static void writeNumber(Number number, ByteArrayOutputStream out) {
        double nearest = number.doubleValue() + 0.0;
        int remainder = number instanceof Long exact ? remainder(exact, nearest) : 0;
        long bits = Double.doubleToLongBits(nearest);
        long ordered = Double.isNaN(nearest) ? 0 : bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
        writeLong(NUMBER, ordered, out);
        out.writeBytes(ByteBuffer.allocate(Short.BYTES)
                .putShort((short) (REMAINDER_MIDDLE + remainder))
                .array());
    }

    private static int remainder(long exact, double nearest) {
        return nearest == ABOVE_ALL_LONGS
                ? new BigDecimal(exact).subtract(new BigDecimal(nearest)).intValueExact()
                : Math.toIntExact(exact - (long) nearest);
    }
}
