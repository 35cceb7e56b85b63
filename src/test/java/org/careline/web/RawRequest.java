package org.careline.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request byte for byte, for what no client sends by itself. */
public final class RawRequest {

    private static final int PATIENCE_MS = 10_000;

    private RawRequest() {}

    /**
     * Sends these lines and reads the whole answer.
     *
     * @param head request line and headers, without the closing line; sent as ISO 8859-1
     */
    public static String send(int port, String... head) {
        return exactly(port, String.join("\r\n", head) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends this and nothing else, and reads until the server closes. */
    public static String exactly(int port, String text) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The status of an answer. */
    public static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
