package org.careline.embedded;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks over a document and believes none of the lengths in it that lead out of the message. The decoder takes as much
 * memory as a length says, two gigabytes for a message of thirty bytes; that is not offered to strangers.
 */
final class Measure {

    private static final int MOST_LEVELS = 20;
    private static final int OBJECT_ID_BYTES = 12;

    private final ByteBuffer in;

    private Measure(byte[] message, int from) {
        in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).position(from);
    }

    /** Refuses a message in which a document is not as long as it says. */
    static void check(byte[] message, int from) throws ProtocolException {
        try {
            new Measure(message, from).document(MOST_LEVELS);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException outOfTheMessage) {
            throw new ProtocolException("A document that is longer than its message");
        }
    }

    private void document(int levels) {
        int end = in.position() + in.getInt();
        if (levels == 0 || end > in.limit()) {
            throw new IllegalArgumentException("Too deep or too long");
        }
        for (byte type = in.get(); type != 0; type = in.get()) {
            name();
            value(type, levels);
        }
        in.position(end);
    }

    private void value(byte type, int levels) {
        switch (type) {
            case 0x02, 0x0D, 0x0E -> skip(in.getInt());
            case 0x03, 0x04 -> document(levels - 1);
            case 0x05 -> skip(in.getInt() + 1);
            case 0x07 -> skip(OBJECT_ID_BYTES);
            case 0x08 -> skip(1);
            case 0x10 -> skip(Integer.BYTES);
            case 0x01, 0x09, 0x11, 0x12 -> skip(Long.BYTES);
            case 0x06, 0x0A, 0x7F, -1 -> skip(0);
            default -> throw new IllegalArgumentException("A type that no greeting has");
        }
    }

    private void name() {
        while (in.get() != 0) {
            // up to its end
        }
    }

    private void skip(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A length below zero");
        }
        in.position(in.position() + bytes);
    }
}
