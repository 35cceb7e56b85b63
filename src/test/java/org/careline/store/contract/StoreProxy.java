package org.careline.store.contract;

import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;

/** Stands between clients and a store, and lets somebody meddle with what passes. Its end is the store's, as clients see it. */
final class StoreProxy implements AutoCloseable {

    private final StoreAddress store;
    private final Meddling meddling;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "between-client-and-store");
        thread.setDaemon(true);
        return thread;
    });

    StoreProxy(StoreAddress store, Meddling meddling) {
        this.store = store;
        this.meddling = meddling;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::letIn);
    }

    /** Where clients find the store behind it. */
    String uri() {
        return store.at("127.0.0.1:" + door.getLocalPort()).uri();
    }

    private void letIn() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void serve(Socket client) {
        ServerAddress host = new ServerAddress(store.hosts().get(0));
        try (client;
                Socket server = new Socket(host.getHost(), host.getPort())) {
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            boolean goesOn = !door.isClosed();
            while (goesOn) {
                Optional<Frame> asked = Frame.read(client.getInputStream());
                goesOn = asked.isPresent() && pass(asked.get(), client, server);
            }
        } catch (IOException ended) {
            open.remove(client);
        }
    }

    /** One command and its answers; false if the connection is to end. */
    private boolean pass(Frame asked, Socket client, Socket server) throws IOException {
        if (!asked.isMessage()) {
            server.getOutputStream().write(asked.bytes());
            return answered(Frame.read(server.getInputStream()), client);
        }
        Passing command = new Passing(asked, meddling);
        server.getOutputStream().write(command.passedOn().bytes());
        boolean more = true;
        while (more) {
            Optional<Frame> answer = Frame.read(server.getInputStream());
            if (!answered(answer.flatMap(command::told), client)) {
                return false;
            }
            more = answer.filter(Frame::moreToCome).isPresent();
        }
        return true;
    }

    private static boolean answered(Optional<Frame> answer, Socket client) throws IOException {
        if (answer.isPresent()) {
            client.getOutputStream().write(answer.get().bytes());
        }
        return answer.isPresent();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.shutdownNow();
    }

    /** A command on its way, and what is made of it and its answers. */
    private record Passing(Frame asked, Meddling meddling) {

        Frame passedOn() {
            BsonDocument command = asked.document();
            BsonDocument other = meddling.passedOn(command.clone());
            return other.equals(command) ? asked : asked.with(other);
        }

        Optional<Frame> told(Frame answer) {
            BsonDocument said = answer.document();
            return meddling.told(asked.document(), said.clone())
                    .map(other -> other.equals(said) ? answer : answer.with(other));
        }
    }
}
