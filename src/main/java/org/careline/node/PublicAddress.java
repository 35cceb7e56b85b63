package org.careline.node;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scheme, host and port under which Twilio knows us. Only this counts for a signature, whatever the {@code Host}
 * header says.
 *
 * @param spellings as configured first, then with its port dropped or the standard port added: Twilio's own signing is
 *     inconsistent there, as a remark in each of its SDKs says
 */
public record PublicAddress(List<String> spellings) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<scheme>https?)://(?<host>([^/?#@]*@)?([^/?#@:\\[\\]\\s]+|\\[[0-9a-fA-F:.]+]))(:(?<port>\\d{1,5}))?/?");

    /**
     * Reads {@code careline.public-base-url}; public, because the binder of settings looks for a public {@code of}.
     *
     * @throws IllegalArgumentException if it is not {@code http://host}, {@code https://host}, each perhaps with a port
     */
    public static PublicAddress of(String url) {
        Matcher parts = SHAPE.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected http://host:port or https://host, without a path");
        }
        String bare = parts.group("scheme") + "://" + parts.group("host");
        String port = parts.group("port");
        String standard = parts.group("scheme").equals("https") ? ":443" : ":80";
        return new PublicAddress(port == null ? List.of(bare, bare + standard) : List.of(bare + ":" + port, bare));
    }
}
