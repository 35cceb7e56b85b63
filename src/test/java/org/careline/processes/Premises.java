package org.careline.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * One store and two nodes on it, each a process, with folders below {@code target/processes}.
 *
 * @param folder where data and logs are
 */
record Premises(Path folder, RunningStore store, RunningNode first, RunningNode second) implements AutoCloseable {

    /** A roster of which nobody is ever full: what is raced for is one lead, not one owner. */
    private static final String UNLIMITED =
            "--spring.config.additional-location=file:" + Path.of("src", "test", "resources", "unlimited") + "/";

    private static final Path BELOW = Path.of("target", "processes");

    /** Prepared, with an empty folder; nothing runs yet. */
    static Premises of(String name) {
        Path folder = BELOW.resolve(name);
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        RunningStore store = new RunningStore(folder);
        String uri = "--spring.mongodb.uri=" + store.uri();
        return new Premises(
                folder,
                store,
                new RunningNode("node-1", folder, uri, UNLIMITED),
                new RunningNode("node-2", folder, uri, UNLIMITED));
    }

    /** Starts whatever does not run, and waits until all of it is ready. */
    Premises open() {
        if (!store.isAlive()) {
            store.starting();
        }
        nodes().stream().filter(node -> !node.isAlive()).forEach(RunningNode::starting);
        store.ready();
        nodes().forEach(RunningNode::ready);
        return this;
    }

    List<RunningNode> nodes() {
        return List.of(first, second);
    }

    RunningNode node(int number) {
        return number % 2 == 0 ? first : second;
    }

    @Override
    public void close() {
        Stream.of(first, second, store).forEach(Premises::closed);
    }

    private static void closed(AutoCloseable process) {
        try {
            process.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
