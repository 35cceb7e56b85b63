package org.careline.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder below which a process keeps everything of its own ({@code careline.data-dir}). It is made (mode 0700; one that
 * others may read or write is refused) and
 * locked on first use, at the latest when the application starts, and unlocked when the application stops. It belongs
 * to one process: whoever comes second does not start.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String NODE_ID = "node-id";
    private static final int NODE_ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final Path path;
    private @Nullable FileChannel lock;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** The data folder at this place; nothing is made or locked yet. */
    public static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /**
     * The absolute path of the folder, made and locked.
     *
     * @throws RuntimeException if another process holds it or it cannot be made; reported as a refusal to start
     */
    public synchronized Path path() {
        if (lock == null) {
            lock = locked();
        }
        return path;
    }

    /** A place below the folder, which is made and locked first; the place itself is not made. */
    public Path resolve(String name) {
        return path().resolve(name);
    }

    /** What is written into a file, unbuffered. */
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file of mode 0600 below the folder, in the place of one that may be there; on a failure that one stays. */
    public void replace(String name, Content content) throws IOException {
        OwnerOnly.write(resolve(name), content);
    }

    /** The secret that is kept in a file of mode 0600 below the folder; made of 256 random bits on first use. */
    public String secret(String name) {
        try {
            Path file = OwnerOnly.made(resolve(name), SECRET_BYTES);
            OwnerOnly.refuseIfOpen(file);
            return SecretStrength.RANDOM.checked(
                    file.toString(), Files.readString(file).strip());
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /** Who this node is; made on first use, afterwards always the same. */
    public synchronized NodeId nodeId() {
        try {
            return new NodeId(Files.readString(OwnerOnly.made(resolve(NODE_ID), NODE_ID_BYTES))
                    .strip());
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /** Gives the folder free; the next use locks it again. */
    @Override
    public synchronized void close() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    StartRefused unusable(IOException failure) {
        return new StartRefused(
                "The data folder " + path + " cannot be used: " + failure,
                "Make it a folder that this user may write to, or name another one in careline.data-dir.");
    }

    private FileChannel locked() {
        try {
            OwnerOnly.folder(path);
            OwnerOnly.refuseIfOpen(path);
            Optional<FileChannel> mine = OwnerOnly.locked(path.resolve(LOCK));
            if (mine.isPresent()) {
                return mine.get();
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
        throw new StartRefused(
                "The data folder " + path + " is in use by another Careline process.",
                "Stop that process, or give this one a folder of its own with careline.data-dir.");
    }
}
