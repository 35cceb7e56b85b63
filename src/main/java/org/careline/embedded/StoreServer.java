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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback address. Each connection has a thread of its own, which waits for the disk together with the
 * others: so one sync of the journal serves as many writers as there are connections.
 */
final class StoreServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreServer.class);

    private static final int BACKLOG = 128;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Commands commands;
    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean closed;

    private StoreServer(Commands commands, ServerSocket socket) {
        this.commands = commands;
        this.socket = socket;
    }

    /**
     * @param port 0 for any that is free
     */
    static StoreServer start(Commands commands, int port) {
        try {
            StoreServer server =
                    new StoreServer(commands, new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
            thread("store-listener", server::listen);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("The store cannot listen on port " + port, failure);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!closed) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                if (closed || connections.size() >= MOST_CONNECTIONS) {
                    connection.close();
                } else {
                    connections.add(connection);
                    thread("store-" + connection.getPort(), () -> serve(connection));
                }
            } catch (IOException failure) {
                if (!closed) {
                    LOG.warn("A connection could not be accepted: {}", failure.getMessage());
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER_BYTES);
            OutputStream out = connection.getOutputStream();
            Optional<Wire.Request> request = Wire.read(in);
            while (request.isPresent()) {
                out.write(Wire.answer(
                        request.get(),
                        answers.incrementAndGet(),
                        commands.answer(request.get().body())));
                request = Wire.read(in);
            }
        } catch (IOException failure) {
            if (!closed) {
                LOG.warn("A connection ended: {}", failure.getMessage());
            }
        } finally {
            connections.remove(connection);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The store could not be closed to its clients", failure);
        }
    }
}
