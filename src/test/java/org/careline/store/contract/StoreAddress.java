package org.careline.store.contract;

import com.mongodb.ConnectionString;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a store, in its parts. Not for reports: a password may be in it.
 *
 * @param login user and password with the {@code @} behind them; empty for none
 * @param hosts such as {@code localhost:27017}
 * @param database the database
 * @param options such as {@code replicaSet=rs0}
 */
record StoreAddress(String login, List<String> hosts, String database, List<String> options) {

    private static final String SCHEME = "mongodb://";
    private static final String SOURCE = "authSource=";

    StoreAddress {
        hosts = List.copyOf(hosts);
        options = List.copyOf(options);
    }

    /** @param uri with a plain {@code mongodb://}: what stands between is not let into other connections */
    static StoreAddress of(String uri) {
        ConnectionString read = new ConnectionString(uri);
        if (!uri.startsWith(SCHEME)) {
            throw new IllegalArgumentException("The contract needs an address that begins with " + SCHEME);
        }
        String rest = uri.substring(SCHEME.length());
        String login = rest.substring(0, rest.lastIndexOf('@') + 1);
        String[] parts = rest.split("\\?", 2);
        return new StoreAddress(
                login,
                read.getHosts(),
                Objects.requireNonNullElse(read.getDatabase(), "test"),
                Arrays.stream(parts.length == 2 ? parts[1].split("&") : new String[0])
                        .filter(option -> !option.isEmpty())
                        .toList());
    }

    /** Another database of the same store; whoever logs in does so where they did before. */
    StoreAddress in(String other) {
        boolean says = login.isEmpty() || options.stream().anyMatch(option -> option.startsWith(SOURCE));
        return new StoreAddress(
                login,
                hosts,
                other,
                Stream.concat(options.stream(), says ? Stream.of() : Stream.of(SOURCE + database))
                        .toList());
    }

    /** The same store by another way, and by no other. */
    StoreAddress at(String host) {
        List<String> kept = options.stream()
                .filter(option -> !option.startsWith("replicaSet="))
                .toList();
        return new StoreAddress(login, List.of(host), database, kept).with("directConnection=true");
    }

    /** The same with one option more. */
    StoreAddress with(String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        return new StoreAddress(
                login,
                hosts,
                database,
                Stream.concat(options.stream().filter(other -> !other.startsWith(name)), Stream.of(option))
                        .toList());
    }

    String uri() {
        return SCHEME + login + String.join(",", hosts) + "/" + database
                + (options.isEmpty() ? "" : options.stream().collect(Collectors.joining("&", "?", "")));
    }

    /** Nothing that anybody could log in with. */
    @Override
    public String toString() {
        return String.join(",", hosts) + "/" + database;
    }
}
