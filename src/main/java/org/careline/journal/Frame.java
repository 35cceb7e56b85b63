package org.careline.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record as it stands in the file: length, sequence, CRC-32C, payload. The checksum covers length, sequence and
 * payload, so that no flipped bit of a header goes unseen. The payload comes first in the checksum: that long part is
 * computed before the writers' lock is taken, and only the header's twelve bytes under it.
 */
final class Frame {

    static final int HEADER_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private static final int CHECKSUM_AT = Integer.BYTES + Long.BYTES;

    private final byte[] bytes;
    private final CRC32C checksum = new CRC32C();

    Frame(byte[] payload) {
        bytes = new byte[HEADER_BYTES + payload.length];
        System.arraycopy(payload, 0, bytes, HEADER_BYTES, payload.length);
        checksum.update(payload);
        ByteBuffer.wrap(bytes).putInt(payload.length);
    }

    /** To be called once: the record under this sequence. */
    byte[] numbered(long sequence) {
        ByteBuffer header = ByteBuffer.wrap(bytes).putLong(Integer.BYTES, sequence);
        checksum.update(bytes, 0, CHECKSUM_AT);
        header.putInt(CHECKSUM_AT, (int) checksum.getValue());
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    static int checksum(byte[] payload, long sequence) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        checksum.update(ByteBuffer.allocate(CHECKSUM_AT)
                .putInt(payload.length)
                .putLong(sequence)
                .flip());
        return (int) checksum.getValue();
    }
}
