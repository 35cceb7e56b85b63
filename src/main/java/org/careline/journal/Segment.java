package org.careline.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * One file of the journal, as far as it is good.
 *
 * @param first the sequence of its first entry, part of its file name
 * @param follows the last sequence of the segment before it; a segment that does not follow on its neighbour shows that
 *     one between them is lost. Smaller than {@code first - 1} only where numbers were skipped after damage.
 * @param last the sequence of its last entry, {@code first - 1} while there is none
 * @param bytes the length of its good part, header included
 */
record Segment(long first, long follows, long last, long bytes) {

    static final int HEADER_BYTES = 3 * Long.BYTES + Integer.BYTES;

    private static final long MAGIC = 0x4A4F55524E414C31L; // "JOURNAL1"
    private static final int FOLLOWS_AT = 2 * Long.BYTES;
    private static final Pattern NAME = Pattern.compile("(\\d{19})\\.journal");

    static Segment empty(long first, long follows) {
        return new Segment(first, follows, first - 1, HEADER_BYTES);
    }

    /** The segment a file header speaks of, still without entries; empty if the header is damaged. */
    static Optional<Segment> opened(long first, byte[] header) {
        if (header.length < HEADER_BYTES) {
            return Optional.empty();
        }
        Segment segment = empty(first, ByteBuffer.wrap(header).getLong(FOLLOWS_AT));
        return Arrays.equals(header, segment.header()) ? Optional.of(segment) : Optional.empty();
    }

    static String name(long first) {
        return String.format("%019d.journal", first);
    }

    static OptionalLong first(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    String name() {
        return name(first);
    }

    byte[] header() {
        ByteBuffer header =
                ByteBuffer.allocate(HEADER_BYTES).putLong(MAGIC).putLong(first).putLong(follows);
        CRC32C checksum = new CRC32C();
        checksum.update(header.array(), 0, header.position());
        return header.putInt((int) checksum.getValue()).array();
    }

    /** This segment with one entry more, of so many bytes. */
    Segment grown(int recordBytes) {
        return new Segment(first, follows, last + 1, bytes + recordBytes);
    }

    boolean isEmpty() {
        return last < first;
    }
}
