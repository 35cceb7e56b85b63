package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.settings.RecordKeys.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The keys that a file may have are those of its record, at every depth. */
class RecordKeysTests {

    private record Door(String label, Duration openFor, List<String> keys) {}

    private record House(
            Door front,
            List<Door> doors,
            Map<String, Door> byName,
            Map<String, List<Door>> wings,
            Set<String> colours,
            int floors) {}

    private static final RecordKeys HOUSE = RecordKeys.of(House.class);

    private static Place place(String key) {
        return HOUSE.follow(ConfigurationPropertyName.of(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floors",
                "front",
                "front.label",
                "front.open-for",
                "doors",
                "doors[0]",
                "doors[12].open-for",
                "doors[0].keys[3]",
                "by-name.garden.label",
                "by-name.north.keys[0]",
                "wings.east[1].open-for",
                "colours[0]"
            })
    void whatTheRecordHasIsKnown(String key) {
        assertThat(place(key).whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "flors, ''",
        "front.lable, front",
        "front.label.en, front.label",
        "doors.label, doors",
        "doors[0].lable, doors[0]",
        "doors[0].keys.first, doors[0].keys",
        "by-name.garden.colour, by-name.garden",
        "wings.east.label, wings.east",
        "floors[0], floors"
    })
    void ofWhatItHasNotTheKnownPartIsTold(String key, String known) {
        assertThat(place(key).whole()).isFalse();
        assertThat(place(key).known().toString()).isEqualTo(known);
    }

    @Test
    void aKeyMayBeWrittenWithoutItsHyphen() {
        assertThat(place("front.openfor").whole()).isTrue();
    }

    @Test
    void everyPlaceKnowsWhatItIs() {
        assertThat(place("front").type().isRecord()).isTrue();
        assertThat(place("front").type().keys()).containsExactly("label", "open-for", "keys");
        assertThat(place("doors").type().isList()).isTrue();
        assertThat(place("doors").type().isListOfLeaves()).isFalse();
        assertThat(place("doors[0].keys").type().isListOfLeaves()).isTrue();
        assertThat(place("colours").type().isListOfLeaves()).isTrue();
        assertThat(place("by-name").type().isMap()).isTrue();
        assertThat(place("floors").type().isLeaf()).isTrue();
        assertThat(place("floors").type().keys()).isEmpty();
    }
}
