package org.careline.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** One connection on which bytes are sent as they are, without a driver. */
final class RawClient implements AutoCloseable {

    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The answer to a command sent as OP_MSG. */
    Document ask(Document command) throws IOException {
        return message(0, command);
    }

    /** The same with flags. */
    Document message(int flags, Document command) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(ints(flags));
        body.write(0);
        body.write(bson(command));
        send(OP_MSG, body.toByteArray());
        return answer(Integer.BYTES + 1);
    }

    /** The answer to a command sent as the old OP_QUERY. */
    Document query(String database, Document command) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(ints(0));
        body.write((database + ".$cmd\0").getBytes(StandardCharsets.UTF_8));
        body.write(ints(0, 1));
        body.write(bson(command));
        send(OP_QUERY, body.toByteArray());
        return answer(3 * Integer.BYTES + Long.BYTES);
    }

    /** Any operation with any body. */
    void send(int operation, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(ints(HEADER_BYTES + body.length, 1, 0, operation));
        all.write(body);
        socket.getOutputStream().write(all.toByteArray());
    }

    /** Whether the server has closed the connection without an answer. */
    boolean isCutOff() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    static byte[] bson(Document document) {
        BasicOutputBuffer out = new BasicOutputBuffer();
        new DocumentCodec()
                .encode(
                        new BsonBinaryWriter(out),
                        document,
                        EncoderContext.builder().build());
        return out.toByteArray();
    }

    static byte[] ints(int... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            out.putInt(value);
        }
        return out.array();
    }

    private Document answer(int before) throws IOException {
        byte[] length = socket.getInputStream().readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            throw new IOException("The connection was closed");
        }
        int bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        socket.getInputStream().readNBytes(HEADER_BYTES - Integer.BYTES + before);
        byte[] document = socket.getInputStream().readNBytes(bytes - HEADER_BYTES - before);
        return new org.bson.RawBsonDocument(document).decode(new DocumentCodec());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
