package org.careline.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of checked records, in segments. Entries carry the numbers 1, 2, 3 …, which are never used twice;
 * only behind damage some are skipped. Safe for any number of threads; one folder belongs to one open journal.
 *
 * <p><b>A failed sync is final.</b> After one, the operating system may have dropped the pages it could not write and
 * marked them clean, so that a second sync succeeds without the data being on the disk ("fsyncgate": PostgreSQL learnt
 * it in 2018, see Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020). So no sync is
 * tried again: the journal is broken, every later call says so, and only a new process that reads the folder anew may
 * go on.
 */
public final class Journal implements AutoCloseable {

    /** The longest payload in bytes: a document of 16 MiB, MongoDB's limit, and what surrounds it. */
    public static final int MAX_PAYLOAD = 17 << 20;

    private final Folder folder;
    private final long segmentBytes;
    private final GroupCommit group = new GroupCommit(this::force);
    private final AtomicLong syncs = new AtomicLong();

    /** Taken in this order: {@code reading} before {@code writing} before {@code disk}. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock disk = new ReentrantLock();

    private final Deque<Segment> closed; // by writing
    private volatile OpenSegment open; // changed by writing and disk together
    private volatile long synced; // changed by disk
    private volatile @Nullable JournalBroken broken;

    private Journal(Folder folder, long segmentBytes) throws IOException {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.closed = new ArrayDeque<>(Recovery.of(folder));
        this.open = OpenSegment.resume(folder, closed.removeLast());
        this.synced = closed.isEmpty() ? 0 : closed.getLast().last();
    }

    /**
     * Opens the journal of a folder and makes the folder (mode 0700) if there is none. Damage is set aside with one
     * loud log line.
     *
     * @param segmentBytes a segment that has reached this size is closed; an entry is never split, so that a larger one
     *     has a segment of its own
     * @throws JournalBroken if the folder cannot be read or made
     */
    public static Journal open(Path folder, long segmentBytes) {
        try {
            return new Journal(LocalFolder.make(folder), segmentBytes);
        } catch (IOException failure) {
            throw new JournalBroken("The journal in " + folder + " cannot be opened", failure);
        }
    }

    static Journal open(Folder folder, long segmentBytes) throws IOException {
        return new Journal(folder, segmentBytes);
    }

    /**
     * Hands over every entry there is at this moment, in order. May be called at any time and as often as wanted; the
     * reader may append.
     *
     * @throws JournalBroken if an entry that was good cannot be read any more
     */
    public void replay(Consumer<Entry> reader) {
        reading.lock();
        try {
            for (Segment segment : segments()) {
                boolean whole = SegmentReader.read(folder, segment.first(), segment.bytes(), reader)
                        .filter(segment::equals)
                        .isPresent();
                if (!whole) {
                    throw new JournalBroken(segment.name() + " in " + folder + " has become unreadable");
                }
            }
        } catch (IOException failure) {
            throw new JournalBroken("The journal in " + folder + " cannot be read", failure);
        } finally {
            reading.unlock();
        }
    }

    /**
     * Writes one entry. On return it is in the operating system's hands: no kill can take it, a power cut can, until
     * {@link #sync} has returned.
     *
     * @return its sequence
     * @throws IllegalArgumentException if the payload is longer than {@link #MAX_PAYLOAD}
     * @throws JournalFull if it could not be written; the journal stays as it was before
     */
    public long append(byte[] payload) {
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "An entry has at most " + MAX_PAYLOAD + " bytes, this one has " + payload.length);
        }
        Frame frame = new Frame(payload);
        writing.lock();
        try {
            usable();
            if (open.segment().bytes() + frame.size() > segmentBytes) {
                rotate();
            }
            long sequence = open.segment().last() + 1;
            write(frame.numbered(sequence));
            return sequence;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Returns when this entry and all before it are on the disk. All who wait at the same time share one sync.
     *
     * @throws JournalBroken if the disk refused; nobody who waited is told otherwise
     */
    public void sync(long sequence) {
        if (sequence > lastSequence()) {
            throw new IllegalArgumentException("There is no entry " + sequence + " yet");
        }
        if (synced < sequence) {
            usable();
            group.await();
        }
        if (synced < sequence) {
            usable();
            throw new IllegalStateException("A sync ended without covering entry " + sequence);
        }
    }

    /** Deletes, oldest first, every closed segment with no entry above this one; never the open one. */
    public void dropThrough(long sequence) {
        reading.lock();
        try {
            usable();
            for (Segment segment : segments()) {
                if (segment.last() > sequence
                        || segment.first() == open.segment().first()) {
                    return;
                }
                folder.delete(segment.name());
                folder.sync(); // each by itself: an older segment must never outlive a younger one
                forgetOldest();
            }
        } catch (IOException failure) {
            throw breaking("A segment could not be deleted for good", failure);
        } finally {
            reading.unlock();
        }
    }

    /**
     * Closes the open segment, which puts it on the disk, and begins a new one. An open segment without entries stays.
     *
     * @throws JournalFull if there is no room for a new one; the old one stays open
     */
    public void rotate() {
        writing.lock();
        disk.lock();
        try {
            usable();
            Segment full = open.segment();
            if (!full.isEmpty()) {
                force();
                OpenSegment next = next(Segment.empty(full.last() + 1, full.last()));
                open.close();
                closed.addLast(full);
                open = next;
            }
        } catch (IOException failure) {
            throw breaking("A segment could not be closed", failure);
        } finally {
            disk.unlock();
            writing.unlock();
        }
    }

    /** The highest number given so far, 0 if there is none. */
    public long lastSequence() {
        return open.segment().last();
    }

    /** The size of all segments on the disk in bytes. */
    public long bytes() {
        return segments().stream().mapToLong(Segment::bytes).sum();
    }

    /** How often entries have been brought to the disk since this journal was opened. */
    public long syncs() {
        return syncs.get();
    }

    /** Brings everything to the disk and closes the file; a broken journal is only closed. */
    @Override
    public void close() {
        writing.lock();
        disk.lock();
        try {
            if (broken == null) {
                force();
                broken = new JournalBroken("The journal in " + folder + " is closed");
            }
            open.close();
        } catch (IOException failure) {
            throw breaking("The journal could not be closed", failure);
        } finally {
            disk.unlock();
            writing.unlock();
        }
    }

    private void write(byte[] record) {
        try {
            open.append(record);
        } catch (IOException failure) {
            try {
                open.cutBack();
            } catch (IOException torn) {
                failure.addSuppressed(torn);
                throw breaking("A half-written entry could not be cut off", failure);
            }
            throw new JournalFull(
                    "The journal in " + folder + " takes no entry of " + record.length + " bytes", failure);
        }
    }

    private void force() {
        disk.lock();
        try {
            usable();
            long covered = open.segment().last();
            syncs.incrementAndGet();
            open.sync();
            synced = covered;
        } catch (IOException failure) {
            throw breaking("A sync failed, so that nothing is known of what the disk holds", failure);
        } finally {
            disk.unlock();
        }
    }

    private OpenSegment next(Segment empty) throws IOException {
        try {
            return OpenSegment.create(folder, empty);
        } catch (IOException failure) {
            OpenSegment.discard(folder, empty);
            throw new JournalFull("The journal in " + folder + " has no room for a new segment", failure);
        }
    }

    private List<Segment> segments() {
        writing.lock();
        try {
            List<Segment> all = new ArrayList<>(closed);
            all.add(open.segment());
            return all;
        } finally {
            writing.unlock();
        }
    }

    private void forgetOldest() {
        writing.lock();
        try {
            closed.removeFirst();
        } finally {
            writing.unlock();
        }
    }

    private void usable() {
        JournalBroken fact = broken;
        if (fact != null) {
            throw new JournalBroken(String.valueOf(fact.getMessage()), fact);
        }
    }

    private JournalBroken breaking(String what, IOException cause) {
        JournalBroken fact = new JournalBroken(what + " (journal in " + folder + "); it takes nothing more", cause);
        broken = fact;
        return fact;
    }

    /**
     * One entry.
     *
     * @param sequence its number
     * @param payload what was appended; the reader's own copy
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody
    public record Entry(long sequence, byte[] payload) {}
}
