package org.careline.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from a browser to the application, which can be cut and mended. */
final class Cable implements AutoCloseable {

    private final ServerSocket here;
    private final int there;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newCachedThreadPool();
    private volatile boolean cut;

    /** @param there the application's port on this machine */
    Cable(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        carriers.execute(this::connect);
    }

    int port() {
        return here.getLocalPort();
    }

    /** Whoever is connected is not any more, and nobody else will be. */
    void cut() {
        cut = true;
        ends.forEach(Cable::closed);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        closed(here);
        carriers.shutdownNow();
    }

    private void connect() {
        while (!here.isClosed()) {
            try {
                Socket near = here.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), there);
                ends.add(near);
                ends.add(far);
                carriers.execute(() -> carry(near, far));
                carriers.execute(() -> carry(far, near));
            } catch (IOException over) {
                // The test has ended, or the application has.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Cut, or one side has hung up.
        }
        ends.remove(from);
        ends.remove(to);
    }

    private static void closed(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
