package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Documents to bytes and back. A stored document is its bytes: whoever decodes them gets a copy of his own. */
final class Bson {

    /** MongoDB's limit of a stored document, 16 MiB. */
    static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private static final int USUAL_BYTES = 512;

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
