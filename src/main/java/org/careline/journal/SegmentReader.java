package org.careline.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one segment up to its first fault. A record is good when its length, its number and its checksum are. */
final class SegmentReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private SegmentReader() {}

    /**
     * Reads the segment that begins with this sequence.
     *
     * @param size how far to read at most
     * @return the good part; empty when not even the header is good
     */
    static Optional<Segment> read(Folder folder, long first, long size, Consumer<Journal.Entry> reader)
            throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(folder.read(Segment.name(first)), BUFFER_BYTES))) {
            byte[] header = in.readNBytes((int) Math.min(Segment.HEADER_BYTES, size));
            Optional<Segment> segment = Segment.opened(first, header);
            return segment.isPresent() ? Optional.of(entries(in, segment.get(), size, reader)) : Optional.empty();
        }
    }

    private static Segment entries(DataInputStream in, Segment segment, long size, Consumer<Journal.Entry> reader)
            throws IOException {
        Segment good = segment;
        Optional<byte[]> payload = next(in, good.last() + 1, size - good.bytes());
        while (payload.isPresent()) {
            good = good.grown(Frame.HEADER_BYTES + payload.get().length);
            reader.accept(new Journal.Entry(good.last(), payload.get()));
            payload = next(in, good.last() + 1, size - good.bytes());
        }
        return good;
    }

    private static Optional<byte[]> next(DataInputStream in, long sequence, long left) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Frame.HEADER_BYTES, left));
        if (bytes.length < Frame.HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int length = header.getInt();
        if (length < 0 || length > Math.min(Journal.MAX_PAYLOAD, left - Frame.HEADER_BYTES)) {
            return Optional.empty();
        }
        boolean numbered = header.getLong() == sequence;
        byte[] payload = in.readNBytes(length);
        return numbered && payload.length == length && Frame.checksum(payload, sequence) == header.getInt()
                ? Optional.of(payload)
                : Optional.empty();
    }
}
