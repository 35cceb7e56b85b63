package org.careline.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code application/x-www-form-urlencoded}, strictly and once: a {@code +} is a space, {@code %} needs two hex
 * digits, the bytes are UTF-8. Twilio's {@code CallToken} is itself percent-encoded, and a second decoding breaks the
 * signature; a lenient one would let two readers see different requests. Tomcat's own parser throws on malformed
 * parameters and mixes the query into the body.
 */
public final class FormReader {

    private final byte[] form;
    private final byte[] decoded;
    private int at;
    private boolean malformed;
    private String name = "";
    private String value = "";

    /** @param form a query or a body, whole */
    public FormReader(byte[] form) {
        this.form = form;
        this.decoded = new byte[form.length];
    }

    /** Moves to the next parameter; false at the end and at the first malformed one. */
    public boolean next() {
        while (at < form.length && form[at] == '&') {
            at++;
        }
        if (malformed || at == form.length) {
            return false;
        }
        name = read(true);
        boolean assigned = at < form.length && form[at] == '=';
        if (assigned) {
            at++;
        }
        value = assigned ? read(false) : "";
        return !malformed;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Whether it ended before its end: an escape is broken, or the bytes are no UTF-8. */
    public boolean malformed() {
        return malformed;
    }

    private String read(boolean endsAtEquals) {
        int length = 0;
        int seen = 0;
        while (at < form.length && form[at] != '&' && !(endsAtEquals && form[at] == '=')) {
            int octet = octet();
            seen |= octet;
            decoded[length++] = (byte) octet;
        }
        return seen < 0x80 ? new String(decoded, 0, length, StandardCharsets.ISO_8859_1) : utf8(length);
    }

    private int octet() {
        byte raw = form[at++];
        if (raw == '+') {
            return ' ';
        }
        return raw == '%' ? escaped() : raw & 0xFF;
    }

    private int escaped() {
        if (at + 2 > form.length) {
            malformed = true;
            return '?';
        }
        int high = Character.digit(form[at], 16);
        int low = Character.digit(form[at + 1], 16);
        at += 2;
        malformed |= high < 0 || low < 0;
        return (high << 4 | low) & 0xFF;
    }

    private String utf8(int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            malformed = true;
            return "";
        }
    }
}
