package org.careline.journal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder in memory that can run full, refuse a sync and lose its power. After a power loss only what was synced is
 * sure: of the rest of a file any part may be there, zeroed or torn, and of the creations, renames and deletions since
 * the folder's last sync any subset.
 */
final class FaultyFolder implements Folder {

    private final Map<String, Content> files = new TreeMap<>();
    private final Map<String, Content> durableFiles = new TreeMap<>();
    private final List<Consumer<Map<String, Content>>> unsynced = new ArrayList<>();
    private long room = Long.MAX_VALUE;
    private boolean syncFails;
    private Runnable duringSync = () -> {};
    private int syncs;
    private int stepsToDeath = Integer.MAX_VALUE;

    /** What a file holds and what of it is on the disk. */
    private static final class Content {
        private byte[] now = {};
        private byte[] durable = {};
    }

    synchronized void leaveRoomFor(long bytes) {
        room = bytes;
    }

    synchronized void failSyncs(boolean failing) {
        syncFails = failing;
    }

    synchronized void duringSync(Runnable action) {
        duringSync = action;
    }

    /** After so many more changes nothing succeeds until the process is {@link #kill killed}. */
    synchronized void dieAfter(int steps) {
        stepsToDeath = steps;
    }

    /** Syncs of files that ended well. */
    synchronized int syncs() {
        return syncs;
    }

    synchronized long durableBytes(String name) {
        Content content = files.get(name);
        return content == null ? 0 : content.durable.length;
    }

    synchronized void flip(String name, int at) {
        content(name).now[at] ^= 0x10;
        content(name).durable = content(name).now.clone();
    }

    synchronized void cut(String name, int at) {
        content(name).now = Arrays.copyOf(content(name).now, at);
        content(name).durable = content(name).now.clone();
    }

    /** A program was killed: its files stay as they are. */
    synchronized void kill() {
        room = Long.MAX_VALUE;
        syncFails = false;
        stepsToDeath = Integer.MAX_VALUE;
    }

    private synchronized void step() throws IOException {
        if (stepsToDeath == 0) {
            throw new IOException("The process is dead");
        }
        stepsToDeath--;
    }

    synchronized void losePower(Random random) {
        kill();
        for (Consumer<Map<String, Content>> change : unsynced) {
            if (random.nextBoolean()) {
                change.accept(durableFiles);
            }
        }
        unsynced.clear();
        files.clear();
        files.putAll(durableFiles);
        for (Content content : files.values()) {
            content.now = survivor(content, random);
            content.durable = content.now.clone();
        }
    }

    private static byte[] survivor(Content content, Random random) {
        int agreed = Arrays.mismatch(content.now, content.durable);
        if (agreed < 0) {
            return content.now;
        }
        if (agreed < content.durable.length) {
            return random.nextBoolean() ? content.now : content.durable;
        }
        byte[] whole = content.now.clone();
        int kept = agreed + random.nextInt(whole.length - agreed + 1);
        switch (random.nextInt(3)) {
            case 0 -> Arrays.fill(whole, kept, whole.length, (byte) 0);
            case 1 -> random.ints(3, agreed, whole.length).forEach(at -> whole[at] = (byte) random.nextInt());
            case 2 -> {
                return Arrays.copyOf(whole, kept);
            }
            default -> throw new AssertionError();
        }
        return whole;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized Handle create(String name) throws IOException {
        step();
        if (files.containsKey(name)) {
            throw new IOException(name + " is there already");
        }
        Content content = new Content();
        change(all -> all.put(name, content));
        return append(name);
    }

    @Override
    public synchronized Handle append(String name) {
        return new FaultyHandle(content(name));
    }

    @Override
    public synchronized InputStream read(String name) throws IOException {
        if (!files.containsKey(name)) {
            throw new FileNotFoundException(name);
        }
        return new ByteArrayInputStream(content(name).now);
    }

    @Override
    public synchronized long size(String name) {
        return content(name).now.length;
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        step();
        change(all -> {
            Content content = all.remove(from);
            if (content != null) {
                all.put(to, content);
            }
        });
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        step();
        change(all -> all.remove(name));
    }

    @Override
    public synchronized void sync() throws IOException {
        refuseSync();
        unsynced.forEach(change -> change.accept(durableFiles));
        unsynced.clear();
    }

    private void change(Consumer<Map<String, Content>> change) {
        change.accept(files);
        unsynced.add(change);
    }

    private Content content(String name) {
        Content content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException(name);
        }
        return content;
    }

    private void refuseSync() throws IOException {
        step();
        if (syncFails) {
            throw new IOException("Input/output error");
        }
    }

    private synchronized void write(Content content, byte[] bytes) throws IOException {
        step();
        int fitting = (int) Math.min(room, bytes.length);
        room = room == Long.MAX_VALUE ? room : room - fitting;
        int end = content.now.length;
        content.now = Arrays.copyOf(content.now, end + fitting);
        System.arraycopy(bytes, 0, content.now, end, fitting);
        if (fitting < bytes.length) {
            throw new IOException("No space left on device");
        }
    }

    private void sync(Content content) throws IOException {
        byte[] begun;
        Runnable meanwhile;
        synchronized (this) {
            begun = content.now.clone();
            meanwhile = duringSync;
        }
        meanwhile.run();
        synchronized (this) {
            refuseSync();
            content.durable = begun;
            syncs++;
        }
    }

    private final class FaultyHandle implements Handle {

        private final Content content;

        private FaultyHandle(Content content) {
            this.content = content;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            FaultyFolder.this.write(content, bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            synchronized (FaultyFolder.this) {
                content.now = Arrays.copyOf(content.now, (int) size);
            }
        }

        @Override
        public void sync() throws IOException {
            FaultyFolder.this.sync(content);
        }

        @Override
        public void close() {}
    }
}
