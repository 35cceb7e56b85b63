package org.careline.processes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stranger with many connections, none of which behaves. One thread of theirs looks after all of them; whoever is cut
 * off comes back.
 */
final class Burst implements AutoCloseable {

    private static final long LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LOOKED_AFTER = 500;
    private static final int END_MS = 10_000;

    private final InetSocketAddress server;
    private final Mischief mischief;
    private final List<Connection> connections;
    private final ByteBuffer thrownAway = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    /** Begins at once. */
    Burst(RunningNode node, Mischief mischief, int connections) {
        this.server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), node.server().getPort());
        this.mischief = mischief;
        this.connections = Stream.generate(Connection::new).limit(connections).toList();
        this.thread = new Thread(this::run, "burst");
        thread.setDaemon(true);
        thread.start();
    }

    /** How often a connection was made. */
    long opened() {
        return opened.get();
    }

    /** How often one was ended by the server. */
    long cut() {
        return cut.get();
    }

    private void run() {
        long pause = LOOKS * Math.max(1, connections.size() / LOOKED_AFTER);
        while (!over) {
            connections.forEach(Connection::look);
            LockSupport.parkNanos(pause);
        }
        connections.forEach(Connection::drop);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(END_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Connection {

        private @Nullable SocketChannel channel;
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private long due = System.nanoTime();

        void look() {
            try {
                if (channel == null) {
                    open();
                } else if (channel.isConnected() || channel.finishConnect()) {
                    read(channel);
                    write(channel);
                }
            } catch (IOException ended) {
                cut.incrementAndGet();
                drop();
            }
        }

        private void open() throws IOException {
            if (System.nanoTime() - due < 0) {
                return;
            }
            SocketChannel fresh = SocketChannel.open();
            channel = fresh;
            fresh.configureBlocking(false);
            fresh.connect(server);
            opened.incrementAndGet();
            rest = ByteBuffer.wrap(mischief.opening.getBytes(US_ASCII));
            due = System.nanoTime() + mischief.gapNanos;
        }

        private void read(SocketChannel open) throws IOException {
            int got = 1;
            while (mischief.reads && got > 0) {
                got = open.read(thrownAway.clear());
            }
            if (got < 0) {
                throw new IOException("ended by the server");
            }
        }

        private void write(SocketChannel open) throws IOException {
            if (!rest.hasRemaining() && System.nanoTime() - due >= 0) {
                rest = ByteBuffer.wrap(mischief.more.getBytes(US_ASCII));
                due = System.nanoTime() + mischief.gapNanos;
            }
            if (rest.hasRemaining()) {
                open.write(rest);
            }
        }

        void drop() {
            try {
                if (channel != null) {
                    channel.close();
                    channel = null;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            due = System.nanoTime() + mischief.comesBackNanos;
        }
    }
}
