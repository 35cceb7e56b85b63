package org.careline.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection to the node. It does as little as it can, so that on a machine with few cores the figures are
 * the server's and not the client's; it connects again when the server ends the connection.
 */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    /**
     * An answer.
     *
     * @param head status line and headers, lines ended by a line feed
     */
    record Answer(int status, String head, String body) {}

    Line(int port) {
        this.port = port;
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.in = opened(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream opened(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a whole request and reads the whole answer. */
    Answer send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            Answer answer = answer();
            if (answer.head().contains("\nconnection: close")) {
                socket.close();
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                in = opened(socket);
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Answer answer() throws IOException {
        String first = line();
        StringBuilder head = new StringBuilder();
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
            head.append('\n').append(lower.startsWith("connection:") ? lower : line);
        }
        String body = chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(first.substring(9, 12)), head.toString(), body);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
