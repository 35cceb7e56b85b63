package org.careline.journal;

import java.io.IOException;

/** The segment that is written to. One thread writes at a time; any thread may sync. */
final class OpenSegment {

    private static final String UNFINISHED = ".new";

    private final Folder.Handle handle;
    private volatile Segment segment;

    private OpenSegment(Folder.Handle handle, Segment segment) {
        this.handle = handle;
        this.segment = segment;
    }

    /**
     * A new segment, durable under its name before it takes its first entry. Its header is synced under another name
     * first: a segment with half a header never appears. After a failure it must be {@link #discard discarded}.
     */
    static OpenSegment create(Folder folder, Segment empty) throws IOException {
        Folder.Handle handle = folder.create(empty.name() + UNFINISHED);
        try {
            handle.write(empty.header());
            handle.sync();
            folder.rename(empty.name() + UNFINISHED, empty.name());
            folder.sync();
        } catch (IOException failure) {
            handle.close();
            throw failure;
        }
        return new OpenSegment(handle, empty);
    }

    /**
     * Leaves nothing of a segment that could not be made: forgotten, it would later look like the successor of a
     * history that went on elsewhere.
     */
    static void discard(Folder folder, Segment empty) throws IOException {
        folder.delete(empty.name() + UNFINISHED);
        folder.delete(empty.name());
        folder.sync();
    }

    static OpenSegment resume(Folder folder, Segment last) throws IOException {
        return new OpenSegment(folder.append(last.name()), last);
    }

    static boolean unfinished(String name) {
        return name.endsWith(UNFINISHED);
    }

    Segment segment() {
        return segment;
    }

    void append(byte[] record) throws IOException {
        handle.write(record);
        segment = segment.grown(record.length);
    }

    /** Cuts off whatever a failed write left behind the last entry. */
    void cutBack() throws IOException {
        handle.truncate(segment.bytes());
    }

    void sync() throws IOException {
        handle.sync();
    }

    void close() throws IOException {
        handle.close();
    }
}
