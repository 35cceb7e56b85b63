package org.careline.node;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Who and where this installation is.
 *
 * @param publicAddress scheme, host and port as the phone company and everybody else know them; null if that is not set: then it
 *     is {@code http://localhost} with the port on which a request came in
 * @param account its account at the phone company, {@code AC…}; empty means rehearsal: nothing leaves this machine, and any
 *     account's name is good
 * @param ownPort on which it is served; 0 as long as that is not known, because the server does not run yet
 */
public record Installation(@Nullable PublicAddress publicAddress, String account, IntSupplier ownPort) {

    private static final String ACCOUNT = "careline.twilio.account-sid";
    private static final String PORT = "local.server.port";

    static Installation of(NodeSettings settings, Environment environment) {
        return new Installation(
                settings.publicBaseUrl(),
                settings.twilioAccount().orElse(""),
                () -> environment.getProperty(PORT, Integer.class, 0));
    }

    /** Whether it is a rehearsal, for those who are asked before there is an installation. */
    public static boolean rehearses(Environment environment) {
        return environment.getProperty(ACCOUNT, "").isBlank();
    }

    public boolean rehearsal() {
        return account.isEmpty();
    }

    /** In front of the paths that the phone company is given in full; empty while nobody but this machine asks for them. */
    public String base() {
        return known().map(address -> address.spellings().get(0)).orElse("");
    }

    /** The address whose requests are ours. */
    public PublicAddress address(int localPort) {
        return known().orElseGet(() -> PublicAddress.of(local(localPort)));
    }

    /** Where this machine reaches it; empty while the server does not run. */
    public Optional<String> here() {
        int port = ownPort.getAsInt();
        return port == 0 ? Optional.empty() : Optional.of(local(port));
    }

    /** Where everybody else reaches it; empty while that is not known. */
    public Optional<String> reached() {
        return known().map(address -> base()).or(this::here);
    }

    private Optional<PublicAddress> known() {
        return Optional.ofNullable(publicAddress);
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
