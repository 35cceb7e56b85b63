package org.careline.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Accepts connections. Tomcat stops accepting when it has as many as it may, so that strangers who say nothing keep callers
 * out; here the oldest of those make room for whoever comes. Whoever does not take an answer is cut off.
 */
final class FrontEndpoint extends NioEndpoint {

    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(2);

    /** Of all that there may be, in hundredths: from here on the silent ones make room. */
    private static final int CROWDED = 80;

    /** From here on it does not matter how silent. */
    private static final int ALMOST_FULL = 95;

    private static final int AT_A_TIME = 100;

    /** Nobody is cut off who has just come, in milliseconds, unless there is no other way. */
    private static final long FRESH = 500;

    private int mostPerAddress;

    /** @param most how many connections one address may have; 0 for any number */
    void setMostPerAddress(int most) {
        mostPerAddress = most;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (mostPerAddress > 0 && tooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        boolean taken = super.setSocketOptions(socket);
        if (connections.get(socket) instanceof NioSocketWrapper fresh) {
            fresh.setWriteTimeout(TAKEN_WITHIN.toMillis());
            makeRoom(fresh.getLastRead());
        }
        return taken;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new TakenChannel(buffers, TAKEN_WITHIN);
    }

    private void makeRoom(long now) {
        long full = connections.size() * 100L / getMaxConnections();
        if (full < CROWDED) {
            return;
        }
        long silence = full < ALMOST_FULL ? FRESH : 0;
        Iterator<NioSocketWrapper> oldest = connections.values().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(one -> now - one.getLastRead() >= silence)
                .sorted(Comparator.comparingLong(NioSocketWrapper::getLastRead))
                .iterator();
        int closed = 0;
        while (closed < AT_A_TIME && oldest.hasNext()) {
            closed += closed(oldest.next()) ? 1 : 0;
        }
    }

    /** Closes it unless it is being worked at, which whoever does it locks it for. */
    private static boolean closed(SocketWrapperBase<NioChannel> connection) {
        if (!connection.getLock().tryLock()) {
            return false;
        }
        try {
            boolean silent = nothingAsked(connection);
            if (silent) {
                connection.close();
            }
            return silent;
        } finally {
            connection.getLock().unlock();
        }
    }

    /** Between two requests, or not through with the head of one; told of a connection that nobody works at. */
    private static boolean nothingAsked(SocketWrapperBase<NioChannel> connection) {
        return !(connection.getCurrentProcessor() instanceof Processor http && http.isAsync());
    }

    private boolean tooMany(SocketChannel fresh) {
        Object from = address(fresh);
        return connections.keySet().stream()
                        .filter(open -> Objects.equals(address(open), from))
                        .limit(mostPerAddress)
                        .count()
                >= mostPerAddress;
    }

    private static Object address(SocketChannel socket) {
        try {
            SocketAddress remote = socket.getRemoteAddress();
            return remote instanceof InetSocketAddress internet ? internet.getAddress() : socket;
        } catch (IOException closedMeanwhile) {
            return socket;
        }
    }
}
