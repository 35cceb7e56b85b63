package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MongoDB's wire protocol as far as a driver speaks it to this store: OP_MSG, and OP_QUERY for the greeting of a new
 * connection (mongodb.com/docs/manual/reference/mongodb-wire-protocol).
 */
final class Wire {

    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;

    private static final int HEADER_BYTES = 16;
    /** MongoDB's own limit. */
    static final int MAX_MESSAGE_BYTES = 48_000_000;

    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;

    private Wire() {}

    /**
     * The next request; empty when the client is gone.
     *
     * @param mostBytes a longer one ends the connection before it is read; below the protocol's own limit the sender is
     *     a stranger, whose lengths are checked before they are believed
     */
    static Optional<Request> read(InputStream in, int mostBytes) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int length = fields.getInt();
        int id = fields.getInt();
        int operation = fields.getInt(HEADER_BYTES - Integer.BYTES);
        if (length < HEADER_BYTES || length > mostBytes) {
            throw new ProtocolException("A message of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length - HEADER_BYTES);
        if (body.length < length - HEADER_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (operation) {
                        case OP_MSG -> message(id, Unpooled.wrappedBuffer(body), mostBytes < MAX_MESSAGE_BYTES);
                        case OP_QUERY -> query(id, Unpooled.wrappedBuffer(body), mostBytes < MAX_MESSAGE_BYTES);
                        default -> throw new ProtocolException("The operation " + operation + " is not supported");
                    });
        } catch (IndexOutOfBoundsException | IllegalArgumentException | MongoServerException malformed) {
            throw new ProtocolException("A message that cannot be read");
        }
    }

    private static Request message(int id, ByteBuf in, boolean stranger) throws IOException {
        int flags = in.readIntLE();
        if ((flags & MORE_TO_COME) != 0) {
            throw new ProtocolException("A write without acknowledgement (w:0) is refused");
        }
        if ((flags & ~(CHECKSUM_PRESENT | EXHAUST_ALLOWED)) != 0) {
            throw new ProtocolException("The message flags " + flags + " are not supported");
        }
        int trailer = (flags & CHECKSUM_PRESENT) == 0 ? 0 : Integer.BYTES;
        Document body = new Document();
        List<Sequence> sequences = new ArrayList<>();
        while (in.readableBytes() > trailer) {
            if (in.readByte() == 0) {
                body = document(in, stranger);
            } else if (stranger) {
                throw new ProtocolException("No greeting has a sequence of documents");
            } else {
                sequences.add(sequence(in));
            }
        }
        for (Sequence sequence : sequences) {
            body.put(sequence.name, sequence.documents);
        }
        return new Request(id, body, false);
    }

    private static Sequence sequence(ByteBuf in) {
        int end = in.readerIndex() + in.readIntLE();
        String name = BsonDecoder.decodeCString(in);
        List<Document> documents = new ArrayList<>();
        while (in.readerIndex() < end) {
            documents.add(BsonDecoder.decodeBson(in));
        }
        return new Sequence(name, documents);
    }

    private static Document document(ByteBuf in, boolean stranger) throws IOException {
        if (stranger) {
            Measure.check(in.array(), in.readerIndex());
        }
        return BsonDecoder.decodeBson(in);
    }

    private static Request query(int id, ByteBuf in, boolean stranger) throws IOException {
        in.skipBytes(Integer.BYTES);
        String namespace = BsonDecoder.decodeCString(in);
        in.skipBytes(2 * Integer.BYTES);
        Document body = document(in, stranger);
        if (!namespace.endsWith(".$cmd")) {
            throw new ProtocolException("OP_QUERY is for greetings only");
        }
        body.put("$db", namespace.substring(0, namespace.length() - ".$cmd".length()));
        return new Request(id, body, true);
    }

    static byte[] answer(Request request, int id, Document answer) {
        byte[] document = Bson.encode(answer);
        int around = request.old ? 3 * Integer.BYTES + Long.BYTES : Integer.BYTES + 1;
        ByteBuffer out =
                ByteBuffer.allocate(HEADER_BYTES + around + document.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(out.capacity()).putInt(id).putInt(request.id);
        if (request.old) {
            out.putInt(OP_REPLY).putInt(0).putLong(0).putInt(0).putInt(1);
        } else {
            out.putInt(OP_MSG).putInt(0).put((byte) 0);
        }
        return out.put(document).array();
    }

    private record Sequence(String name, List<Document> documents) {}

    /**
     * One request.
     *
     * @param id the client's number for it
     * @param body the command
     * @param old whether it came as OP_QUERY and wants an OP_REPLY
     */
    record Request(int id, Document body, boolean old) {}
}
