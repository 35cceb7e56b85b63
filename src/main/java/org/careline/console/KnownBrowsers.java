package org.careline.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.web.Seal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Knows a browser again that has signed in as somebody before, by a cookie for the sign-in alone: a number that was drawn, and
 * our seal over it and the name. Nobody can read a name in it or make one, and it opens nothing: it only keeps strangers from
 * locking its owner out.
 */
final class KnownBrowsers {

    static final String COOKIE = "careline-browser";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST_NAMES = 6;
    private static final int RANDOM_BYTES = 12;
    private static final String PARTS = ".";
    private static final String MARKS = "~";

    private final SecureRandom random = new SecureRandom();
    private final Seal seal;
    private final boolean encrypted;

    KnownBrowsers(Supplier<byte[]> key, boolean encrypted) {
        this.seal = new Seal("signed-in-browser", key);
        this.encrypted = encrypted;
    }

    /** The number under which this browser is known for a name; empty if nobody has signed in so with it. */
    Optional<String> knownFor(String name, HttpServletRequest request) {
        return marks(request)
                .filter(mark -> mark.length == 2 && seal.fits(name + "\n" + mark[0], mark[1]))
                .map(mark -> mark[0])
                .findFirst();
    }

    /** From now on this browser is known for the name, and for those it was known for. */
    void remember(String name, HttpServletRequest request, HttpServletResponse response) {
        byte[] drawn = new byte[RANDOM_BYTES];
        random.nextBytes(drawn);
        String number = HexFormat.of().formatHex(drawn);
        Stream<String> others = marks(request)
                .filter(mark -> mark.length == 2 && !seal.fits(name + "\n" + mark[0], mark[1]))
                .map(mark -> String.join(PARTS, mark));
        String all = Stream.concat(Stream.of(number + PARTS + seal.of(name + "\n" + number)), others)
                .limit(MOST_NAMES)
                .collect(Collectors.joining(MARKS));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, all)
                .path("/login")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Stream<String[]> marks(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Stream.of(value.split(MARKS, MOST_NAMES + 1)))
                .limit(MOST_NAMES)
                .map(mark -> mark.split("\\.", 2));
    }
}
