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
     * first: a segment with half a header never appears.
     *
     * @throws JournalFull if it could not be made; nothing is left of it
     * @throws IOException if something may be left of it
     */
    static OpenSegment create(Folder folder, Segment empty) throws IOException {
        try {
            return durable(folder, empty, folder.create(empty.name() + UNFINISHED));
        } catch (IOException failure) {
            discard(folder, empty);
            throw new JournalFull("There is no room for a new segment in " + folder, failure);
        }
    }

    private static OpenSegment durable(Folder folder, Segment empty, Folder.Handle handle) throws IOException {
        try {
            handle.write(empty.header());
            handle.sync();
            folder.rename(empty.name() + UNFINISHED, empty.name());
            folder.sync();
            return new OpenSegment(handle, empty);
        } catch (IOException failure) {
            handle.close();
            throw failure;
        }
    }

    /** A segment that was forgotten would later look like the successor of a history that went on elsewhere. */
    private static void discard(Folder folder, Segment empty) throws IOException {
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

    /**
     * Writes one record at the end.
     *
     * @throws JournalFull if it could not be written; whatever was half written is cut off again
     * @throws IOException if it could not be cut off
     */
    void append(byte[] record) throws IOException {
        try {
            handle.write(record);
        } catch (IOException failure) {
            handle.truncate(segment.bytes());
            throw new JournalFull("A record of " + record.length + " bytes could not be written", failure);
        }
        segment = segment.grown(record.length);
    }

    void sync() throws IOException {
        handle.sync();
    }

    void close() throws IOException {
        handle.close();
    }
}
