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
    static final int MAX_PAYLOAD = 17 << 20;

    private final Folder folder;
    private final long segmentBytes;
    private final Health health;
    private final GroupCommit group = new GroupCommit(this::force);
    private final AtomicLong syncs = new AtomicLong();

    /** Taken in this order: {@code reading} before {@code writing} before {@code disk}. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock disk = new ReentrantLock();

    private final Deque<Segment> closed; // by writing
    private volatile OpenSegment open; // changed by writing and disk together
    private volatile long synced; // changed by disk

    private Journal(Folder folder, long segmentBytes) throws IOException {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.health = new Health(folder);
        this.closed = new ArrayDeque<>(Recovery.of(folder));
        this.open = OpenSegment.resume(folder, closed.removeLast());
        this.synced = open.segment().last();
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
            health.check();
            if (open.segment().bytes() + frame.size() > segmentBytes) {
                rotate();
            }
            long sequence = open.segment().last() + 1;
            open.append(frame.numbered(sequence));
            return sequence;
        } catch (IOException torn) {
            throw health.broken("A half-written entry could not be cut off", torn);
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
            health.check();
            group.await();
        }
        if (synced < sequence) {
            health.check();
            throw new IllegalStateException("A sync ended without covering entry " + sequence);
        }
    }

    /** Deletes, oldest first, every closed segment with no entry above this one; never the open one. */
    public void dropThrough(long sequence) {
        reading.lock();
        try {
            health.check();
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
            throw health.broken("A segment could not be deleted for good", failure);
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
            health.check();
            Segment full = open.segment();
            if (!full.isEmpty()) {
                force();
                OpenSegment next = OpenSegment.create(folder, Segment.empty(full.last() + 1, full.last()));
                open.close();
                closed.addLast(full);
                open = next;
            }
        } catch (IOException failure) {
            throw health.broken("A segment could not be closed", failure);
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
    long bytes() {
        return segments().stream().mapToLong(Segment::bytes).sum();
    }

    /** How often entries have been brought to the disk since this journal was opened: what tests hold durability to. */
    public long syncs() {
        return syncs.get();
    }

    /** Brings everything to the disk and closes the file; a broken journal is only closed. */
    @Override
    public void close() {
        writing.lock();
        disk.lock();
        try {
            if (health.isGood()) {
                force();
                health.closed();
            }
            open.close();
        } catch (IOException failure) {
            throw health.broken("The journal could not be closed", failure);
        } finally {
            disk.unlock();
            writing.unlock();
        }
    }

    private void force() {
        disk.lock();
        try {
            health.check();
            long covered = open.segment().last();
            syncs.incrementAndGet();
            open.sync();
            synced = covered;
        } catch (IOException failure) {
            throw health.broken("A sync failed, so that nothing is known of what the disk holds", failure);
        } finally {
            disk.unlock();
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

    /**
     * One entry.
     *
     * @param sequence its number
     * @param payload what was appended; the reader's own copy
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody
    public record Entry(long sequence, byte[] payload) {}
}
