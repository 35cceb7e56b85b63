package org.careline.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the longest good history of a folder and makes it the whole one. It ends at the first bad record, at a damaged
 * header or where a segment is missing; from there on everything is set aside under another name and never read again.
 * Numbers are not used twice: behind damage they go on above everything that can have stood there.
 *
 * <p>The steps are ordered so that a crash between any two of them leaves a folder that leads to the same history: the
 * new segment, whose name keeps the numbers up, comes first, and the fault itself is cut out last.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int COPY_BYTES = 1 << 16;

    private final Folder folder;
    private final List<String> names;
    private final List<Segment> good = new ArrayList<>();
    private final List<Segment> bad = new ArrayList<>();
    private long tailBytes;

    private Recovery(Folder folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** The good segments in order, at least one; the last is the one to go on with. */
    static List<Segment> of(Folder folder) throws IOException {
        Recovery recovery = new Recovery(folder, folder.names());
        recovery.makeDurable();
        recovery.readAll();
        if (recovery.tailBytes > 0 || !recovery.bad.isEmpty()) {
            recovery.setAside();
        } else if (recovery.good.isEmpty()) {
            recovery.begin(Segment.empty(1, 0));
        }
        return recovery.good;
    }

    /**
     * What a killed process wrote, renamed or cut may be visible and yet not on the disk. It is put there before it is
     * judged: no decision may rest on something that a power cut can still take back.
     */
    private void makeDurable() throws IOException {
        for (String name : names) {
            if (OpenSegment.unfinished(name)) {
                folder.delete(name);
            } else if (Segment.first(name).isPresent()) {
                try (Folder.Handle handle = folder.append(name)) {
                    handle.sync();
                }
            }
        }
        folder.sync();
    }

    private void readAll() throws IOException {
        List<Long> firsts = names.stream()
                .map(Segment::first)
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .boxed()
                .toList();
        for (long first : firsts) {
            long size = folder.size(Segment.name(first));
            Segment untried = new Segment(first, 0, first - 1, size);
            if (tailBytes > 0 || !bad.isEmpty()) {
                bad.add(untried);
                continue;
            }
            SegmentReader.read(folder, first, size, entry -> {})
                    .filter(segment -> good.isEmpty() || segment.follows() == last().last())
                    .ifPresentOrElse(good::add, () -> bad.add(untried));
            tailBytes = bad.isEmpty() ? size - last().bytes() : 0;
        }
    }

    private void setAside() throws IOException {
        long used = good.isEmpty() ? 0 : mostPossible(last().last(), tailBytes);
        for (Segment segment : bad) {
            used = Math.max(used, mostPossible(segment.last(), segment.bytes()));
        }
        Segment broken = good.isEmpty() ? Segment.empty(1, 0) : last();
        if (tailBytes > 0) {
            copyTail(broken);
        }
        begin(Segment.empty(used + 1, broken.last()));
        if (!bad.isEmpty()) {
            rename(bad.subList(1, bad.size()));
            rename(bad.subList(0, 1));
        }
        if (tailBytes > 0) {
            cut(broken);
        }
        LOG.error(
                "JOURNAL DAMAGED: {} is good up to entry {}; {} bytes behind it and {} later segments are set aside as"
                        + " *.broken-*, and it goes on with entry {}",
                folder,
                broken.last(),
                tailBytes,
                bad.size(),
                used + 1);
    }

    /** No more records fit into so many bytes than there is room for headers. */
    private static long mostPossible(long last, long bytes) {
        return last + bytes / Frame.HEADER_BYTES + 1;
    }

    private void begin(Segment empty) throws IOException {
        OpenSegment.create(folder, empty).close();
        good.add(empty);
    }

    private void rename(List<Segment> segments) throws IOException {
        for (Segment segment : segments) {
            folder.rename(segment.name(), brokenName(segment.name()));
        }
        folder.sync();
    }

    private void copyTail(Segment segment) throws IOException {
        try (InputStream in = folder.read(segment.name());
                Folder.Handle copy = folder.create(brokenName(segment.name()))) {
            in.skipNBytes(segment.bytes());
            for (byte[] part = in.readNBytes(COPY_BYTES); part.length > 0; part = in.readNBytes(COPY_BYTES)) {
                copy.write(part);
            }
            copy.sync();
        }
    }

    private void cut(Segment segment) throws IOException {
        try (Folder.Handle handle = folder.append(segment.name())) {
            handle.truncate(segment.bytes());
            handle.sync();
        }
    }

    private String brokenName(String name) {
        int n = 1;
        while (names.contains(name + ".broken-" + n)) {
            n++;
        }
        return name + ".broken-" + n;
    }

    private Segment last() {
        return good.get(good.size() - 1);
    }
}
