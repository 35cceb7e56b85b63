package org.careline.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.careline.staff.Alarms;
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

    private final Roster roster;
    private final Supplier<String> password;
    private final LoginAttempts attempts;
    private final Alarms alarms;

    /**
     * @param password asked for at each use, because a first run makes it only at its start
     */
    SignIn(Roster roster, Supplier<String> password, LoginAttempts attempts, Alarms alarms) {
        this.roster = roster;
        this.password = password;
        this.attempts = attempts;
        this.alarms = alarms;
    }

    /** Whether a name is known shows in nothing: not in the words, nor when one has to wait, nor in the time it takes. */
    @Override
    public Authentication authenticate(Authentication shown) {
        String name = named(shown.getName());
        Place place = shown.getDetails() instanceof Place known ? known : Place.of("", Optional.empty());
        String account = place.account(name);
        if (!attempts.begin(account, place.isAStranger())) {
            LOG.warn("Too many attempts to sign in from one place, or from all strangers together");
            alarms.raise(Alarms.Kind.SIGN_IN_ATTACKED, "console");
            throw new LockedException("Too many attempts");
        }
        boolean right = right(shown.getCredentials());
        Optional<CoordinatorId> who = coordinator(name);
        if (who.isEmpty() || !right) {
            LOG.info("An attempt to sign in failed");
            throw new BadCredentialsException("Nobody is known by this name and password");
        }
        attempts.succeeded(account, place.isAStranger());
        LOG.info("Coordinator {} signed in", who.get());
        return UsernamePasswordAuthenticationToken.authenticated(who.get().value(), null, List.of());
    }

    /** A name as it is compared: phones begin it with a capital and leave a space behind it. */
    static String named(@Nullable String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<CoordinatorId> coordinator(String name) {
        return Optional.of(name)
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
