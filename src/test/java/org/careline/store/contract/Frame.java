package org.careline.store.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** One message of MongoDB's wire protocol as it came (MongoDB manual, "Wire Protocol"). */
final class Frame {

    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int MORE_TO_COME = 2;

    private final byte[] bytes;

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next one; empty at the end of the stream. */
    static Optional<Frame> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[little(length).getInt()];
        System.arraycopy(length, 0, bytes, 0, length.length);
        in.readFully(bytes, length.length, bytes.length - length.length);
        return Optional.of(new Frame(bytes));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it is a command or an answer of today's kind; greetings of a new connection are of an older one. */
    boolean isMessage() {
        return little(bytes).getInt(12) == OP_MSG;
    }

    /** Whether more answers follow without another question. */
    boolean moreToCome() {
        return isMessage() && (little(bytes).getInt(HEADER) & MORE_TO_COME) != 0;
    }

    /** The command or answer, with its lists of documents where they belong. */
    BsonDocument document() {
        ByteBuffer in = little(bytes).position(HEADER + Integer.BYTES);
        BsonDocument document = new BsonDocument();
        while (in.hasRemaining()) {
            if (in.get() == 0) {
                BsonDocument body = document(in);
                body.putAll(document);
                document = body;
            } else {
                int end = in.position() + in.getInt();
                String name = text(in);
                BsonArray list = new BsonArray();
                while (in.position() < end) {
                    list.add(document(in));
                }
                document.put(name, list);
            }
        }
        return document;
    }

    /** The same message with another document. */
    Frame with(BsonDocument other) {
        BasicOutputBuffer body = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(body),
                        other,
                        EncoderContext.builder().build());
        ByteBuffer out = ByteBuffer.allocate(HEADER + Integer.BYTES + 1 + body.getPosition())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(out.capacity())
                .put(bytes, Integer.BYTES, HEADER)
                .put((byte) 0)
                .put(body.toByteArray());
        return new Frame(out.array());
    }

    private static BsonDocument document(ByteBuffer in) {
        byte[] one = new byte[in.getInt(in.position())];
        in.get(one);
        return new BsonDocumentCodec()
                .decode(
                        new BsonBinaryReader(ByteBuffer.wrap(one)),
                        DecoderContext.builder().build());
    }

    private static String text(ByteBuffer in) {
        int start = in.position();
        int end = start;
        while (in.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - start];
        in.get(text).position(end + 1);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
