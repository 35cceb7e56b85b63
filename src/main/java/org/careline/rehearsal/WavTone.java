package org.careline.rehearsal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The sound of every rehearsed recording: a second of a soft A, as WAV, 8 kHz and 16 bits. */
final class WavTone {

    private static final int RATE = 8_000;
    private static final int BYTES = 2;
    private static final int HEADER = 44;
    private static final double HERTZ = 440;
    private static final double LOUDNESS = 6_000;

    private WavTone() {}

    static byte[] wav() {
        int length = RATE * BYTES;
        ByteBuffer sound = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        sound.put(word("RIFF")).putInt(HEADER - 8 + length).put(word("WAVE"));
        sound.put(word("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        sound.putInt(RATE).putInt(RATE * BYTES).putShort((short) BYTES).putShort((short) (BYTES * 8));
        sound.put(word("data")).putInt(length);
        for (int at = 0; at < RATE; at++) {
            sound.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * HERTZ * at / RATE)));
        }
        return sound.array();
    }

    private static byte[] word(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }
}
