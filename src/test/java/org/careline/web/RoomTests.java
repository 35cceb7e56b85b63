package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTests {

    private static final long MB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "192, 20000, 983",
        "512, 20000, 2621",
        "512, 1024, 512",
        "8192, 1000000, 8192",
        "1, 20000, 5",
        "0, 0, 1",
    })
    void thereIsRoomForAsManyAsTheHeapAndTheFilesBear(long megabytes, long files, int connections) {
        assertThat(Room.of(megabytes * MB, files).connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"192, 24", "512, 64"})
    void bodiesMayTakeAnEighthOfTheHeap(long megabytes, long bodies) {
        assertThat(Room.of(megabytes * MB, 20_000).bodies()).isEqualTo(bodies * MB);
    }
}
