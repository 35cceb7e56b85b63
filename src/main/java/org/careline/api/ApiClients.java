package org.careline.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Whose token it is. Tokens are random, so that one SHA-256 of each is kept and no slower hash; every one of them is
 * compared, whether or not one fits already. Safe for any number of threads.
 */
final class ApiClients {

    private static final String ALGORITHM = "sha256:";

    private final Supplier<String> firstRun;
    private final Map<String, ApiClientsFile.Client> named;

    /**
     * All there are.
     *
     * @param firstRun the token that may do everything; asked for at each use because a first run makes it at its start
     */
    ApiClients(Supplier<String> firstRun, ApiClientsFile file) {
        this.firstRun = firstRun;
        this.named = Map.copyOf(file.clients());
    }

    /** Whose token this is; empty if it is nobody's. */
    Optional<ApiClient> of(String token) {
        byte[] shown = bytes(hash(token));
        ApiClient found = null;
        for (Map.Entry<String, ApiClientsFile.Client> client : named.entrySet()) {
            if (MessageDigest.isEqual(shown, bytes(client.getValue().hash()))) {
                found = new ApiClient(
                        client.getKey(), Set.copyOf(client.getValue().scopes()));
            }
        }
        return MessageDigest.isEqual(shown, bytes(hash(firstRun.get())))
                ? Optional.of(ApiClient.FIRST_RUN)
                : Optional.ofNullable(found);
    }

    /** What the file keeps of a token. */
    static String hash(String token) {
        return ALGORITHM + DigestUtils.sha256Hex(token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ApiClients" + named.keySet();
    }
}
