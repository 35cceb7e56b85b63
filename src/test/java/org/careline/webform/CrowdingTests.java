package org.careline.webform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Sender;
import org.careline.support.MovableClock;
import org.careline.web.Seal;
import org.junit.jupiter.api.Test;

class CrowdingTests {

    private static final String HERE = "192.0.2.17";
    private static final String NEIGHBOUR = "192.0.2.201";
    private static final String ELSEWHERE = "198.51.100.4";

    private final MovableClock clock = new MovableClock();
    private int people;

    private Crowding crowding(int perAddress, int perPerson, int inAll) {
        Seal hash = new Seal("crowd", () -> "a key of the tests".getBytes(UTF_8));
        return new Crowding(hash, new CrowdSettings(perAddress, perPerson, inAll, 5), clock);
    }

    private Sender somebody() {
        return somebody(people++);
    }

    private static Sender somebody(int number) {
        return Sender.caller(new PhoneNumber("+1305555%04d".formatted(number)));
    }

    private long suspects(Crowding crowding, int forms, String address) {
        return IntStream.range(0, forms)
                .filter(form -> crowding.tooMany(address, somebody()))
                .count();
    }

    @Test
    void whatIsMoreThanUsualFromOneNetworkWaits() {
        Crowding crowding = crowding(10, 0, 0);

        assertThat(suspects(crowding, 10, HERE)).isZero();
        assertThat(suspects(crowding, 5, NEIGHBOUR)).isEqualTo(5);
        assertThat(suspects(crowding, 10, ELSEWHERE)).isZero();
        assertThat(suspects(crowding, 10, "2001:db8:1:2::3")).isZero();
        assertThat(suspects(crowding, 1, "2001:db8:1:ffff::9")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(suspects(crowding, 10, HERE)).isZero();
    }

    @Test
    void whoFetchesManyFormsSendsMany() {
        Crowding crowding = crowding(10, 0, 0);

        for (int form = 0; form < 41; form++) {
            crowding.fetched(HERE);
        }

        assertThat(suspects(crowding, 1, HERE)).isEqualTo(1);
        assertThat(suspects(crowding, 1, ELSEWHERE)).isZero();
    }

    @Test
    void whatNamesOnePersonTooOftenWaits() {
        Crowding crowding = crowding(0, 3, 0);

        long waits = IntStream.range(0, 10)
                .filter(form -> crowding.tooMany("203.0.113." + form, somebody(1)))
                .count();

        assertThat(waits).isEqualTo(7);
        assertThat(crowding.tooMany(HERE, somebody(2))).isFalse();
    }

    @Test
    void aFloodFromEverywhereWaitsAndABusyClinicHasMoreRoom() {
        Crowding crowding = crowding(0, 0, 20);

        assertThat(suspects(crowding, 50, HERE)).isEqualTo(30);
        for (int hour = 0; hour < 96; hour++) {
            clock.advance(Duration.ofHours(1));
            suspects(crowding, 15, HERE);
        }
        clock.advance(Duration.ofHours(1));
        assertThat(suspects(crowding, 60, HERE)).isZero();
    }

    @Test
    void thisMachineIsNoPlace() {
        Crowding crowding = crowding(3, 0, 0);

        assertThat(suspects(crowding, 50, "127.0.0.1")).isZero();
        assertThat(suspects(crowding, 50, "0:0:0:0:0:0:0:1")).isZero();
        assertThat(suspects(crowding, 50, "no.address.example")).isZero();
    }
}
