package org.careline.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A connection whose answers have to be taken. Tomcat's time-out for a write begins anew with each byte that is taken; here
 * waiting uses up a patience that only grows by what is taken, so that nobody takes an answer slower than a modem.
 */
final class TakenChannel extends NioChannel {

    private static final long BYTES_A_SECOND = 16 * 1024;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long mostPatience;
    private long patience;
    private long waitingSince;
    private boolean waiting;

    TakenChannel(SocketBufferHandler buffers, Duration patience) {
        super(buffers);
        this.mostPatience = patience.toNanos();
    }

    @Override
    public void reset(SocketChannel socket, NioSocketWrapper wrapper) throws IOException {
        super.reset(socket, wrapper);
        patience = mostPatience;
        waiting = false;
    }

    @Override
    public int write(ByteBuffer answer) throws IOException {
        long now = System.nanoTime();
        int taken = super.write(answer);
        long spent = waiting ? now - waitingSince : 0;
        patience = Math.min(mostPatience, patience - spent + Math.max(0, taken) * SECOND / BYTES_A_SECOND);
        waiting = answer.hasRemaining();
        waitingSince = now;
        if (waiting && patience < 0) {
            throw new IOException("The answer is not taken");
        }
        return taken;
    }
}
