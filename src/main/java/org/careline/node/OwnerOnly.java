package org.careline.node;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of mode 0700 and files of mode 0600. On a file system without such modes they are made without, and nobody can say
 * who else reads them.
 */
final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    private OwnerOnly() {}

    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        }
    }

    /**
     * Lets nothing pass that others may read or write: they may have done so before.
     *
     * @throws StartRefused with the mode that was found
     */
    static void refuseIfOpen(Path path) throws IOException {
        if (!hasModes(path)) {
            LOG.warn("The file system of {} has no modes: nobody can say who else reads and writes there", path);
            return;
        }
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (!found.endsWith("------")) {
            String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
            throw new StartRefused(
                    path + ": found mode " + found + ", which lets others in, expected " + expected + ".",
                    "See who else may have been there, then take their rights away: chmod go= " + path);
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(file, "rw-------"));
    }

    /** Opens a file for this process alone; empty if another process, or this one, has it already. */
    static Optional<FileChannel> locked(Path file) throws IOException {
        FileChannel channel = open(file);
        if (taken(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    /** A file of random bytes, as it is or else made now. */
    static Path made(Path file, int bytes) throws IOException {
        if (!Files.exists(file)) {
            write(file, random(bytes));
        }
        return file;
    }

    static String random(int bytes) {
        byte[] value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** Writes a whole new file or none: a kill on the way leaves no half secret behind. */
    static void write(Path file, String text) throws IOException {
        write(file, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a whole new file in the place of an old one or none. */
    static void write(Path file, DataFolder.Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = open(unfinished)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return hasModes(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
