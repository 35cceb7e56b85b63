package org.careline.telephony;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.careline.node.Installation;
import org.careline.telephony.LastResort.Cause;
import org.careline.telephony.SignatureVerdict.Illegible;
import org.careline.telephony.SignatureVerdict.Refusal;
import org.careline.telephony.SignatureVerdict.Refused;
import org.careline.telephony.SignatureVerdict.Trusted;
import org.careline.telephony.SignedRequest.Body;
import org.careline.telephony.SignedRequest.Read;
import org.careline.telephony.SigningKeys.Signing;
import org.springframework.stereotype.Component;

/**
 * Decides whether Twilio sent a request. In this order: without a signature, or with one by a key that is not ours, nothing
 * of the body is read; a body that
 * cannot be read, so that its signature cannot be checked, is illegible; then the signature, under each token and
 * spelling of our address; then the account.
 *
 * <p>A GET is signed over its address alone. So is a body that is no form: then the address carries the body's SHA-256.
 */
@Component
final class SignatureCheck {

    static final String HEADER = "X-Twilio-Signature";

    private static final Pattern BODY_SUM = Pattern.compile("(?:^|&)bodySHA256=([0-9a-fA-F]{64})(?:&|$)");

    private final Installation installation;
    private final SigningKeys keys;

    SignatureCheck(Installation installation, SigningKeys keys) {
        this.installation = installation;
        this.keys = keys;
    }

    SignatureVerdict check(HttpServletRequest request) {
        String signature = request.getHeader(HEADER);
        if (signature == null) {
            return new Refused(Refusal.MISSING_SIGNATURE);
        }
        return keys.of(Collections.list(request.getHeaders(SigningKeys.HEADER)))
                .map(signing -> check(SignedRequest.of(request, signature), signing))
                .orElseGet(() -> new Refused(Refusal.UNKNOWN_KEY));
    }

    /** The same of one that names no key. */
    SignatureVerdict check(SignedRequest request) {
        return check(request, keys.byToken());
    }

    private SignatureVerdict check(SignedRequest request, Signing signing) {
        Body body = request.body();
        if (!(body instanceof Read read)) {
            return new Illegible(Cause.UNPROVEN);
        }
        Matcher sum = BODY_SUM.matcher(request.query());
        boolean bySum = sum.find();
        if (request.get() || bySum) {
            boolean bound = request.get() || isSumOf(sum.group(1), read.bytes());
            return bound && signed(request, WebhookForm.NONE, signing) ? ofOurAccount(read(request, read)) : wrong();
        }
        if (!request.form()) {
            return read.bytes().length == 0 && signed(request, WebhookForm.NONE, signing)
                    ? trusted(WebhookForm.NONE)
                    : wrong();
        }
        return WebhookForm.ofForm(read.bytes())
                .map(form -> signed(request, form, signing) ? ofOurAccount(Optional.of(form)) : wrong())
                .orElseGet(() -> new Illegible(Cause.UNPROVEN));
    }

    private Optional<WebhookForm> read(SignedRequest request, Read body) {
        if (request.get()) {
            return WebhookForm.ofForm(request.query().getBytes(StandardCharsets.UTF_8));
        }
        return request.form() ? WebhookForm.ofForm(body.bytes()) : Optional.of(WebhookForm.NONE);
    }

    private SignatureVerdict ofOurAccount(Optional<WebhookForm> parameters) {
        return parameters.<SignatureVerdict>map(this::trusted).orElseGet(() -> new Illegible(Cause.UNREADABLE_BODY));
    }

    private SignatureVerdict trusted(WebhookForm parameters) {
        boolean ours = installation.rehearsal()
                || parameters.all("AccountSid").stream().allMatch(installation.account()::equals);
        return ours ? new Trusted(parameters) : new Refused(Refusal.OTHER_ACCOUNT);
    }

    private static SignatureVerdict wrong() {
        return new Refused(Refusal.WRONG_SIGNATURE);
    }

    private boolean signed(SignedRequest request, WebhookForm form, Signing signing) {
        for (String base : installation.address(request.port()).spellings()) {
            for (String secret : signing.secrets()) {
                String expected = Signature.of(signing.algorithm(), secret, base + request.target(), form);
                if (Signature.same(expected, request.signature())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSumOf(String hex, byte[] body) {
        byte[] expected = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
        return MessageDigest.isEqual(expected, DigestUtils.sha256(body));
    }
}
