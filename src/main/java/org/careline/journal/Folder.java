package org.careline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a journal needs of a file system, and all of it: small enough to be played by a folder that runs full, tears
 * writes and loses its power. Names are plain file names. Nothing is durable before the matching sync.
 */
interface Folder {

    List<String> names() throws IOException;

    /** Makes a new file for its owner only; a file of that name must not be there. */
    Handle create(String name) throws IOException;

    /** Opens an existing file to write behind its end. */
    Handle append(String name) throws IOException;

    InputStream read(String name) throws IOException;

    long size(String name) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Makes creations, renames and deletions durable. */
    void sync() throws IOException;

    /** A file open for writing at its end. It survives being renamed. */
    interface Handle extends Closeable {

        void write(byte[] bytes) throws IOException;

        /** Cuts the file to so many bytes and goes on writing there. */
        void truncate(long size) throws IOException;

        void sync() throws IOException;
    }
}
