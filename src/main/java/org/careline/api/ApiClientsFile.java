package org.careline.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code api-clients.yaml}: who may use the API with a token of their own. A clinic without the file has none.
 *
 * @param clients by their names
 */
record ApiClientsFile(@DefaultValue Map<String, @Valid Client> clients) implements SelfChecking {

    static final String NAME = "[a-z][a-z0-9-]{1,39}";
    static final String NAME_WORDS =
            "a name of 2 to 40 small letters, digits and hyphens that begins with a letter, other than "
                    + ApiClient.FIRST_RUN.name();

    private static final String HASH_WORDS =
            "sha256: and 64 hexadecimal digits in quotes, as --careline.api-client prints them";
    private static final int FEWEST_DIGITS = 8;

    /**
     * One client.
     *
     * @param hash of its token, which is not kept
     * @param scopes what it may do
     */
    record Client(
            @NotNull(message = HASH_WORDS) @Pattern(regexp = "sha256:[0-9a-f]{64}", message = HASH_WORDS) String hash,

            @NotEmpty(message = "a list of inquiries, leads, work, telephony, metrics") List<ApiScope> scopes) {}

    static boolean isName(String name) {
        return name.matches(NAME) && !name.equals(ApiClient.FIRST_RUN.name());
    }

    @Override
    public Stream<Violation> violations() {
        Map<String, String> first = new HashMap<>();
        return clients.entrySet().stream().flatMap(entry -> {
            String key = "clients." + entry.getKey();
            String hash = entry.getValue().hash();
            Stream<Violation> name =
                    isName(entry.getKey()) ? Stream.empty() : Stream.of(new Violation(key, NAME_WORDS));
            String other = first.putIfAbsent(hash, entry.getKey());
            Stream<Violation> twice = other == null
                    ? Stream.empty()
                    : Stream.of(new Violation(key + ".hash", "the hash of a token of its own, not that of " + other));
            return Stream.of(name, twice, made(key, hash)).flatMap(violations -> violations);
        });
    }

    /** A digest is never as even as what somebody types to fill the place. */
    private static Stream<Violation> made(String key, String hash) {
        boolean even = hash.substring(hash.indexOf(':') + 1).chars().distinct().count() < FEWEST_DIGITS;
        boolean ofNothing = hash.equals(ApiClients.hash(""));
        return even || ofNothing ? Stream.of(new Violation(key + ".hash", HASH_WORDS)) : Stream.empty();
    }
}
