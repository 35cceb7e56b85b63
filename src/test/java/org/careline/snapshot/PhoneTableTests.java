package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneTableTests {

    private static final int MILLION = 1_000_000;

    @Test
    void itAgreesWithAMapWhateverIsDone() {
        int removed = 0;
        int grown = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            PhoneTable table = new PhoneTable();
            Map<Long, Integer> map = new HashMap<>();
            int phones = 20 + random.nextInt(3_000);
            long before = table.bytes();
            for (int step = 0; step < 8_000; step++) {
                long phone = 13_055_550_100L + random.nextInt(phones) * (1 + seed % 3 * 1_000L);
                if (random.nextInt(3) == 0) {
                    table.remove(phone);
                    removed += map.remove(phone) == null ? 0 : 1;
                } else {
                    int value = 1 + random.nextInt(1 << 30);
                    table.put(phone, value);
                    map.put(phone, value);
                }
            }
            grown += table.bytes() > before ? 1 : 0;
            assertSame(table, map, seed);
            assertSame(table.copy(), map, seed);
        }
        System.out.printf("PhoneTable: 40 histories of 8,000 steps, %d removals, %d tables grew%n", removed, grown);
        assertThat(removed).isGreaterThan(10_000);
        assertThat(grown).isBetween(1, 39);
    }

    private static void assertSame(PhoneTable table, Map<Long, Integer> map, int seed) {
        Map<Long, Integer> seen = new HashMap<>();
        table.forEach(seen::put);
        assertThat(seen).as("seed %d", seed).isEqualTo(map);
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(map)
                .allSatisfy((phone, value) -> assertThat(table.get(phone)).isEqualTo(value));
        assertThat(table.get(99)).isZero();
    }

    @Test
    void aMillionPhonesTake32Megabytes() {
        PhoneTable table = new PhoneTable();
        double most = 0;
        for (long phone = 1; phone <= MILLION; phone++) {
            table.put(12_000_000_000L + phone * 7, 1);
            most = phone < 10_000 ? 0 : Math.max(most, (double) table.bytes() / table.size());
        }
        System.out.printf(
                "PhoneTable: %d phones take %d bytes, at worst %.1f an entry%n", table.size(), table.bytes(), most);

        assertThat(table.size()).isEqualTo(MILLION);
        assertThat(table.bytes()).isLessThanOrEqualTo(32L * MILLION);
        assertThat(most).isLessThanOrEqualTo(PhoneTable.MOST_BYTES_AN_ENTRY);
    }

    @Test
    void roomThatWasMadeIsEnough() {
        PhoneTable table = PhoneTable.withRoomFor(100_000);
        long before = table.bytes();

        for (long phone = 1; phone <= 100_000; phone++) {
            table.put(phone, 1);
        }

        assertThat(table.bytes()).isEqualTo(before);
    }
}
