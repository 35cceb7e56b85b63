package org.careline.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.careline.lead.SourceId;

/**
 * Receipts of 15 + 6 bytes: a keyed hash of the SourceId, and a keyed mark over it by which we know our own without
 * looking anything up (HMAC-SHA-256, RFC 2104, cut short). There are two marks; who has not the key cannot tell them apart.
 */
final class SignedReceipts implements Receipts {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{28}");
    private static final String ORDINARY = "mark:";
    private static final String DANGER = "danger:";
    private static final int BODY = 15;
    private static final int MARK = 6;

    private final Supplier<byte[]> signingKey;

    /** @param signingKey the installation's key, asked for at first use */
    SignedReceipts(Supplier<byte[]> signingKey) {
        this.signingKey = signingKey;
    }

    @Override
    public Receipt of(SourceId source) {
        return handedOut(source, false);
    }

    @Override
    public Receipt handedOut(SourceId source, boolean danger) {
        byte[] body = Arrays.copyOf(mac("receipt:", source.value().getBytes(StandardCharsets.UTF_8)), BODY);
        return marked(body, danger ? DANGER : ORDINARY);
    }

    @Override
    public boolean ours(String text) {
        return has(text, ORDINARY) || has(text, DANGER);
    }

    @Override
    public boolean tellsOfDanger(String text) {
        return has(text, DANGER);
    }

    @Override
    public Receipt known(Receipt handedOut) {
        String text = handedOut.value();
        return has(text, DANGER)
                ? marked(Arrays.copyOf(Base64.getUrlDecoder().decode(text), BODY), ORDINARY)
                : handedOut;
    }

    private Receipt marked(byte[] body, String purpose) {
        byte[] marked = ByteBuffer.allocate(BODY + MARK)
                .put(body)
                .put(mark(body, purpose))
                .array();
        return new Receipt(Base64.getUrlEncoder().withoutPadding().encodeToString(marked));
    }

    private boolean has(String text, String purpose) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        byte[] marked = Base64.getUrlDecoder().decode(text);
        byte[] body = Arrays.copyOf(marked, BODY);
        return MessageDigest.isEqual(mark(body, purpose), Arrays.copyOfRange(marked, BODY, BODY + MARK));
    }

    private byte[] mark(byte[] body, String purpose) {
        return Arrays.copyOf(mac(purpose, body), MARK);
    }

    private byte[] mac(String purpose, byte[] text) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, signingKey.get());
        return HmacUtils.updateHmac(mac, purpose).doFinal(text);
    }
}
