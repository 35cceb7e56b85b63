package org.careline.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback address from the moment it is made, and answers as long as there is a store behind it: whoever
 * asks earlier waits. Nothing but a greeting is answered before a login. Each connection has a thread of its own, which waits for the disk together with the others, so
 * that one sync of the journal serves as many writers as there are connections.
 */
final class StoreServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreServer.class);

    private static final int BACKLOG = 128;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket socket;
    private final StoreAccess access;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile CompletableFuture<Commands> store = new CompletableFuture<>();

    private StoreServer(ServerSocket socket, StoreAccess access) {
        this.socket = socket;
        this.access = access;
    }

    /**
     * Takes a port and touches nothing on the disk.
     *
     * @param port 0 for any that is free
     * @param access who is let in
     */
    static StoreServer listening(int port, StoreAccess access) {
        try {
            StoreServer server =
                    new StoreServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), access);
            thread("store-listener", server::listen);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("The store cannot listen on port " + port, failure);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Where it is, without user and password. */
    String address() {
        return socket.getInetAddress().getHostAddress() + ":" + port();
    }

    void serve(Storage storage) {
        store.complete(new Commands(storage));
    }

    /** Ends all connections; those that come from now on wait for the next store. */
    void pause() {
        store.cancel(false);
        store = new CompletableFuture<>();
        hangUp();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                thread("store-" + connection.getPort(), () -> serve(connection));
            } catch (IOException failure) {
                warn("A connection could not be accepted", failure);
            }
        }
    }

    private void serve(Socket connection) {
        Login login = new Login(access);
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER_BYTES);
            OutputStream out = connection.getOutputStream();
            Optional<Wire.Request> request =
                    connections.size() > MOST_CONNECTIONS ? Optional.empty() : Wire.read(in, login.mostBytes());
            while (request.isPresent()) {
                Commands commands = store.join();
                out.write(Wire.answer(
                        request.get(),
                        answers.incrementAndGet(),
                        login.answer(request.get().body(), commands)));
                request = Wire.read(in, login.mostBytes());
            }
        } catch (IOException failure) {
            if (login.isDone()) {
                warn("A connection ended", failure);
            } else {
                LOG.debug("A stranger's connection ended: {}", failure.getMessage());
            }
        } catch (CancellationException paused) {
            LOG.debug("A connection ended with the store");
        } finally {
            connections.remove(connection);
        }
    }

    private void warn(String what, IOException failure) {
        if (!socket.isClosed() && store.isDone()) {
            LOG.warn("{}: {}", what, failure.getMessage());
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void hangUp() {
        try {
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A connection could not be closed", failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            pause();
        } catch (IOException failure) {
            throw new UncheckedIOException("The store could not be closed to its clients", failure);
        }
    }
}
