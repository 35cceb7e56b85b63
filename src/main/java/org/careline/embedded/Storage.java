package org.careline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.careline.journal.Journal;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Journal and checkpoint. Every change is appended to the journal before it is made; the MVStore file takes all changes
 * at once in a checkpoint, while no command runs, and only when it is on the disk the journal may forget them. A start
 * opens the last checkpoint and makes the changes that are younger.
 */
final class Storage implements StoredCollection.Recorder, AutoCloseable {

    private static final long SEGMENT_BYTES = 16L << 20;
    private static final int CACHE_MEGABYTES = 16;
    private static final int MAP_FILL_PERCENT = 80;
    private static final int COMPACTED_BYTES = 16 << 20;
    private static final long COMPACTION_MILLIS = 300;
    private static final String LAST_CHANGE = "lastChange";

    private final Clock clock;
    private final Journal journal;
    private final MVStore store;
    private final MVMap<String, Long> state;
    private final Catalogue catalogue;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong lastChange = new AtomicLong();
    private final AtomicLong sinceCheckpoint = new AtomicLong();
    private final LongAdder examined = new LongAdder();

    private Storage(Journal journal, MVStore store, Clock clock) {
        this.clock = clock;
        this.journal = journal;
        this.store = store;
        this.state = store.openMap("state");
        this.catalogue = new Catalogue(store, this);
    }

    /** Opens or makes a store in this folder, which nobody else uses. */
    static Storage open(Path folder, Clock clock) {
        Journal journal = Journal.open(folder.resolve("journal"), SEGMENT_BYTES);
        Path file = folder.resolve("checkpoint.mv");
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        secure(file, folder);
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        Storage storage = new Storage(journal, store, clock);
        storage.replay();
        return storage;
    }

    /** For the owner only, and under its name on the disk before anything relies on it. */
    private static void secure(Path file, Path folder) {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                directory.force(true);
            } catch (IOException failure) {
                throw new UncheckedIOException("The checkpoint file " + file + " cannot be made safe", failure);
            }
        }
    }

    private void replay() {
        long contained = state.getOrDefault(LAST_CHANGE, 0L);
        lastChange.set(contained);
        journal.replay(entry -> {
            long number = Change.number(entry.payload());
            if (number > contained) {
                Change.of(entry.payload()).redo(catalogue);
                lastChange.set(Math.max(number, lastChange.get()));
                sinceCheckpoint.addAndGet(entry.payload().length);
            }
        });
    }

    Catalogue catalogue() {
        return catalogue;
    }

    LongAdder examined() {
        return examined;
    }

    Journal journal() {
        return journal;
    }

    Clock clock() {
        return clock;
    }

    /** Runs a command while no checkpoint runs. */
    <T> T running(Supplier<T> command) {
        gate.readLock().lock();
        try {
            return command.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Returns when all changes made so far are on the disk. */
    void durable() {
        journal.sync(journal.lastSequence());
    }

    @Override
    public void record(Change change) {
        byte[] bytes = change.bytes(lastChange.incrementAndGet());
        journal.append(bytes);
        sinceCheckpoint.addAndGet(bytes.length);
    }

    @Override
    public void changed(StoredCollection collection) {
        catalogue.save(collection);
    }

    /** What a checkpoint would have to write now: bytes of changes, and of pages held in memory because of them. */
    long unsaved() {
        return Math.max(sinceCheckpoint.get(), sinceCheckpoint.get() == 0 ? 0 : store.getUnsavedMemory());
    }

    /**
     * Brings everything into the checkpoint file and lets the journal forget it. Each commit is synced before the next
     * one, which may reuse the space the first gave free: at no instant does the disk hold less than one whole
     * checkpoint and the changes since.
     */
    void checkpoint() {
        gate.writeLock().lock();
        try {
            save();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** A checkpoint unless commands are running all the while: whoever waits for the gate holds up new ones. */
    void checkpointWithin(long millis) {
        try {
            if (gate.writeLock().tryLock(millis, TimeUnit.MILLISECONDS)) {
                try {
                    save();
                } finally {
                    gate.writeLock().unlock();
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void save() {
        if (sinceCheckpoint.get() > 0) {
            long through = journal.lastSequence();
            state.put(LAST_CHANGE, lastChange.get());
            store.commit();
            store.sync();
            journal.rotate();
            journal.dropThrough(through);
            sinceCheckpoint.set(0);
            compact();
        }
    }

    /** By the machine's own time: commands wait meanwhile, whatever the clock on the wall does. */
    private void compact() {
        long begun = System.nanoTime();
        long most = TimeUnit.MILLISECONDS.toNanos(COMPACTION_MILLIS);
        while (System.nanoTime() - begun < most && store.compact(MAP_FILL_PERCENT, COMPACTED_BYTES)) {
            store.sync();
            store.commit();
            store.sync();
        }
    }

    @Override
    public void close() {
        checkpoint();
        store.close();
        journal.close();
    }
}
