package org.careline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The application as it is installed: its jar, extracted.
 *
 * @param jar the application's part, with its libraries beside it
 */
record Packaged(Path jar) {

    private static final Path TARGET = Path.of("target");
    private static final Path EXTRACTED = Site.FOLDER.resolve("extracted");

    /** Empty if there is no jar of the present classes. */
    static Optional<Packaged> extracted() {
        return made().map(jar -> {
            try {
                FileSystemUtils.deleteRecursively(EXTRACTED);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    EXTRACTED.toString()));
            return new Packaged(EXTRACTED.resolve(jar.getFileName()));
        });
    }

    private static Optional<Path> made() {
        try (Stream<Path> files = Files.list(TARGET);
                Stream<Path> classes = Files.walk(TARGET.resolve("classes"))) {
            Optional<FileTime> newest =
                    classes.filter(Files::isRegularFile).map(Packaged::changed).max(FileTime::compareTo);
            return files.filter(file -> file.getFileName().toString().matches("careline-.*\\.jar"))
                    .filter(jar -> newest.isPresent() && changed(jar).compareTo(newest.get()) >= 0)
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Site.FOLDER.resolve("extract.log").toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("The jar could not be extracted");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What starts it with a Java and some options. */
    List<String> with(Path home, String... options) {
        List<String> java =
                new ArrayList<>(List.of(home.resolve(Path.of("bin", "java")).toString()));
        java.addAll(List.of(options));
        java.addAll(List.of("-jar", jar.toString()));
        return java;
    }

    /** The home of a Java of this version on this machine, beside the one that runs. */
    static Optional<Path> java(int version) {
        try (Stream<Path> homes =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            return homes.filter(home -> isOf(home.resolve("release"), version)).findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOf(Path release, int version) {
        try {
            return Files.isRegularFile(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + version + ".");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
