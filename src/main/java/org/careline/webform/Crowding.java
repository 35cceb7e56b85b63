package org.careline.webform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Sender;
import org.careline.web.Seal;

/**
 * Notices that too many forms come from one place, name one person, or come at all. Nobody is refused for it. Counted by
 * this process, hour by hour; of an address only a keyed hash of its network is kept, of a person only one of their contact
 * point, and both only in memory. Safe for any number of threads.
 */
final class Crowding {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}(%.*)?");
    private static final long HOUR = 3_600;
    private static final int MOST_COUNTED = 50_000;

    /** So many networks' bytes: 24 bits of an address of four bytes, 48 of one of sixteen. */
    private static final int SHORT_PREFIX = 3;

    private static final int LONG_PREFIX = 6;

    private final Seal hash;
    private final CrowdSettings most;
    private final Clock clock;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long hour = Long.MIN_VALUE;
    private int now;
    private double usual;

    Crowding(Seal hash, CrowdSettings most, Clock clock) {
        this.hash = hash;
        this.most = most;
        this.clock = clock;
    }

    /** A form was fetched; who fetches many sends many. */
    synchronized void fetched(String address) {
        turnTheHour();
        network(address).ifPresent(network -> count("fetched " + network));
    }

    /** A form was sent by somebody at this address; whether that is one too many. */
    synchronized boolean tooMany(String address, Sender sender) {
        turnTheHour();
        now++;
        boolean all = most.inAll() > 0 && now > Math.max(most.inAll(), most.timesUsual() * usual);
        boolean place = network(address)
                .filter(network -> exceeds(count("sent " + network), most.perAddress())
                        || exceeds(counts.getOrDefault("fetched " + network, 0), 4 * most.perAddress()))
                .isPresent();
        boolean person = points(sender)
                        .filter(point -> exceeds(count(point), most.perPerson()))
                        .count()
                > 0;
        return all || place || person;
    }

    private Stream<String> points(Sender sender) {
        return sender.points().stream().map(ContactPoint::key).map(key -> "person " + hash.of(key));
    }

    private static boolean exceeds(int count, int limit) {
        return limit > 0 && count > limit;
    }

    private int count(String what) {
        if (counts.size() >= MOST_COUNTED && !counts.containsKey(what)) {
            counts.remove(counts.keySet().iterator().next());
        }
        return counts.merge(what, 1, Integer::sum);
    }

    /** A new hour begins from nothing; what is usual follows the hours that were, half of it from the last day. */
    private void turnTheHour() {
        long current = Math.floorDiv(clock.instant().getEpochSecond(), HOUR);
        if (current == hour) {
            return;
        }
        if (hour != Long.MIN_VALUE) {
            long passed = Math.min(24 * 7L, Math.max(1, current - hour));
            int ordinary = Math.min(now, (int) Math.max(most.inAll(), most.timesUsual() * usual));
            usual = (usual * 23 + ordinary) / 24 * Math.pow(23 / 24.0, passed - 1.0);
        }
        counts.clear();
        hour = current;
        now = 0;
    }

    /** This machine is no place: a proxy in front of us that does not pass the address on looks like it. */
    private Optional<String> network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress from = InetAddress.getByName(address);
            byte[] bytes = from.getAddress();
            StringBuilder prefix = new StringBuilder();
            for (int part = 0; part < (bytes.length == 4 ? SHORT_PREFIX : LONG_PREFIX); part++) {
                prefix.append(bytes[part]).append('.');
            }
            return from.isLoopbackAddress() ? Optional.empty() : Optional.of(hash.of(prefix.toString()));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
