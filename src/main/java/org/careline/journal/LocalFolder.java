package org.careline.journal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the real file system, readable for its owner only. It writes through {@link RandomAccessFile}, because an
 * interrupted thread closes a {@link FileChannel} under everybody else who uses it.
 */
final class LocalFolder implements Folder {

    private final Path path;
    private final boolean posix;

    private LocalFolder(Path path) {
        this.path = path;
        this.posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static LocalFolder make(Path path) throws IOException {
        LocalFolder folder = new LocalFolder(path.toAbsolutePath());
        if (!Files.isDirectory(folder.path)) {
            Files.createDirectories(folder.path, folder.ownerOnly("rwx------"));
            folder.sync(folder.path.resolveSibling(""));
        }
        return folder;
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Override
    public Handle create(String name) throws IOException {
        Files.createFile(path.resolve(name), ownerOnly("rw-------"));
        return append(name);
    }

    @Override
    public Handle append(String name) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.resolve(name).toFile(), "rw");
        file.seek(file.length());
        return new LocalHandle(file);
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new FileInputStream(path.resolve(name).toFile());
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(path.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    @Override
    public void sync() throws IOException {
        sync(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private void sync(Path directory) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (posix && !forced(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException interruption) {
            return false;
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** One file, open for writing. */
    private record LocalHandle(RandomAccessFile file) implements Handle {

        @Override
        public void write(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
            file.seek(size);
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
