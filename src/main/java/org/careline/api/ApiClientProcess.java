package org.careline.api;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Makes a token for a client of the API ({@code --careline.api-client=website --careline.scopes=inquiries}) and prints it,
 * once, with what belongs into {@code api-clients.yaml}. It starts nothing and keeps nothing.
 */
public final class ApiClientProcess {

    private static final String CLIENT = "careline.api-client";
    private static final String SCOPES = "careline.scopes";
    private static final int TOKEN_BYTES = 32;

    private ApiClientProcess() {}

    /** Whether these arguments ask for it. */
    public static boolean isWanted(String... arguments) {
        return new SimpleCommandLinePropertySource(arguments).containsProperty(CLIENT);
    }

    /**
     * Prints a token and its entry, or what is wrong with the arguments.
     *
     * @return 0 if there is a token, else 1
     */
    public static int run(PrintStream out, String... arguments) {
        SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(arguments);
        String name = String.valueOf(given.getProperty(CLIENT));
        String scopes = given.containsProperty(SCOPES) ? String.valueOf(given.getProperty(SCOPES)) : "";
        List<String> wanted = Arrays.stream(scopes.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        List<String> known =
                Arrays.stream(ApiScope.values()).map(ApiScope::word).toList();
        if (!ApiClientsFile.isName(name)) {
            out.println("--" + CLIENT + ": expected " + ApiClientsFile.NAME_WORDS + ".");
            return 1;
        }
        if (!known.containsAll(wanted)) {
            out.println("--" + SCOPES + ": expected one or several of " + String.join(",", known)
                    + " with commas between.");
            return 1;
        }
        print(out, name, wanted.stream().collect(Collectors.joining(", ", "[", "]")));
        return 0;
    }

    private static void print(PrintStream out, String name, String scopes) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        out.println("The token of " + name + ", shown this once. It is sent as Authorization: Bearer.");
        out.println();
        out.println(token);
        out.println();
        out.println("What belongs into config/api-clients.yaml, below \"clients:\"; it counts from the next start on:");
        out.println();
        out.println("  " + name + ":");
        out.println("    hash: \"" + ApiClients.hash(token) + "\"");
        out.println("    scopes: " + scopes);
    }
}
