package org.careline.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Knows a coordinator of the roster by id and the console's password. The password is one for all of them for now, so that
 * it tells who may enter, and only the id tells who somebody is.
 */
final class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String NOBODY = "";

    private final Roster roster;
    private final Supplier<String> password;
    private final Attempts attempts;

    /**
     * @param password asked for at each use, because a first run makes it only at its start
     */
    SignIn(Roster roster, Supplier<String> password, Attempts attempts) {
        this.roster = roster;
        this.password = password;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        Optional<CoordinatorId> who = coordinator(shown.getName());
        String name = who.map(CoordinatorId::value).orElse(NOBODY);
        if (!attempts.begin(name)) {
            LOG.warn("Too many attempts to sign in as {}", name.isEmpty() ? "somebody unknown" : name);
            throw new LockedException("Too many attempts");
        }
        if (who.isEmpty() || !right(shown.getCredentials())) {
            throw new BadCredentialsException("Nobody is known by this name and password");
        }
        attempts.succeeded(name);
        LOG.info("Coordinator {} signed in", name);
        return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<CoordinatorId> coordinator(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(CoordinatorId::isOne)
                .map(CoordinatorId::new)
                .flatMap(roster::find)
                .map(Coordinator::key);
    }

    private boolean right(@Nullable Object typed) {
        byte[] shown = String.valueOf(typed).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, password.get().getBytes(StandardCharsets.UTF_8));
    }
}
