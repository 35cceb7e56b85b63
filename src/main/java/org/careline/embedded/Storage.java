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
import org.h2.mvstore.MVStoreException;

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
    private static final long MOST_UNSAVED_BYTES = 32L << 20;
    private static final int SHARE_OF_HEAP = 16;

    /**
     * So many bytes may wait for a checkpoint: 32 MiB, or a sixteenth of the heap if that is less. Until then changed pages
     * stay in memory, and the checkpoint needs the same again for what it writes.
     */
    static final long MOST_UNSAVED =
            Math.min(MOST_UNSAVED_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

    private final Clock clock;
    private final Journal journal;
    private final MVStore store;
    private final MVMap<String, Long> state;
    private final Catalogue catalogue;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong lastChange = new AtomicLong();
    private final AtomicLong sinceCheckpoint = new AtomicLong();
    private final LongAdder examined = new LongAdder();
    private volatile boolean suspect;

    private Storage(Journal journal, MVStore store, Clock clock) {
        this.clock = clock;
        this.journal = journal;
        this.store = store;
        this.state = store.openMap("state");
        this.catalogue = new Catalogue(store, this);
    }

    /**
     * Opens or makes a store in this folder, which nobody else uses.
     *
     * @throws MVStoreException if the checkpoint file cannot be read, or not be written while the journal is read
     */
    static Storage open(Path folder, Clock clock) {
        Journal journal = Journal.open(folder.resolve("journal"), SEGMENT_BYTES);
        try {
            return open(folder, journal, clock);
        } catch (MVStoreException | OutOfMemoryError failure) {
            journal.close();
            throw failure;
        }
    }

    private static Storage open(Path folder, Journal journal, Clock clock) {
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
        try {
            storage.replay();
            return storage;
        } catch (MVStoreException | OutOfMemoryError failure) {
            store.closeImmediately();
            throw failure;
        }
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

    /** In steps: a journal that has grown long, because no checkpoint could be made, does not fit into memory at once. */
    private void replay() {
        long contained = state.getOrDefault(LAST_CHANGE, 0L);
        AtomicLong redone = new AtomicLong(contained);
        lastChange.set(contained);
        journal.replay(entry -> {
            long number = Change.number(entry.payload());
            if (number > contained) {
                Change.of(entry.payload()).redo(catalogue);
                lastChange.set(Math.max(number, lastChange.get()));
                sinceCheckpoint.addAndGet(entry.payload().length);
                // An earlier version numbered changes before it wrote them, so that a higher number may stand before a
                // lower.
                boolean noneIsLeftOut = redone.incrementAndGet() == lastChange.get();
                if (noneIsLeftOut && unsaved() > MOST_UNSAVED) {
                    commit();
                }
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

    /** One after the other: their numbers have no gaps and stand in the journal in their order. */
    @Override
    public synchronized void record(Change change) {
        long number = lastChange.get() + 1;
        byte[] bytes = change.bytes(number);
        journal.append(bytes);
        lastChange.set(number);
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
            commit();
            journal.rotate();
            journal.dropThrough(through);
            compact();
        }
    }

    private void commit() {
        state.put(LAST_CHANGE, lastChange.get());
        store.commit();
        store.sync();
        sinceCheckpoint.set(0);
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

    /** What is in memory may not be what was told any more: nothing of it must reach the checkpoint file. */
    void suspect() {
        suspect = true;
    }

    /** Whether this has to be opened anew, for only the journal is known to be good. */
    boolean failed() {
        return suspect || store.isClosed();
    }

    /** Lets the folder go without another checkpoint; the journal holds what the last one lacks. */
    void abandon() {
        store.closeImmediately();
        journal.close();
    }

    @Override
    public void close() {
        checkpoint();
        store.close();
        journal.close();
    }
}
