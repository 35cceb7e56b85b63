package org.careline.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The time zones of US ZIP codes, from {@code zip-zones.txt}, which names its sources. */
final class ZipZones {

    private static final String TABLE = "zip-zones.txt";
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");
    private static final int LONGEST_PREFIX = 5;
    private static final int SHORTEST_PREFIX = 3;

    private static final Map<String, Set<ZoneId>> BY_PREFIX = read();

    private ZipZones() {}

    static Set<ZoneId> of(String zip) {
        if (!ZIP.matcher(zip).matches()) {
            return Set.of();
        }
        return IntStream.iterate(LONGEST_PREFIX, length -> length >= SHORTEST_PREFIX, length -> length - 1)
                .mapToObj(length -> BY_PREFIX.get(zip.substring(0, length)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Set.of());
    }

    private static Map<String, Set<ZoneId>> read() {
        try (InputStream table = Objects.requireNonNull(ZipZones.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Map<String, Set<ZoneId>> byPrefix = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(byPrefix, line.split(" +", -1)));
            return Map.copyOf(byPrefix);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(Map<String, Set<ZoneId>> byPrefix, String... words) {
        Set<ZoneId> zones = Arrays.stream(words).skip(1).map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
        String[] range = words[0].split("-", -1);
        int last = Integer.parseInt(range[range.length - 1]);
        for (int prefix = Integer.parseInt(range[0]); prefix <= last; prefix++) {
            if (byPrefix.put(String.format("%0" + range[0].length() + "d", prefix), zones) != null) {
                throw new IllegalStateException(TABLE + " names the prefix " + prefix + " twice");
            }
        }
    }
}
