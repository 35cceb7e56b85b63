package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Holds(Promise.P10)
class SealTests {

    private static final byte[] SOUND = "what a caller said".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal(() -> key(1));
    private final Seal other = new Seal(() -> key(2));

    @Test
    void whatWasSealedOpensInItsPlace() {
        assertThat(seal.open("RE1/1/0-of-1", seal.seal("RE1/1/0-of-1", SOUND))).contains(SOUND);
        assertThat(seal.open("a", seal.seal("a", new byte[0]))).contains(new byte[0]);
    }

    @Test
    void nothingOfItCanBeReadAndNoTwoAreAlike() {
        byte[] once = seal.seal("a", SOUND);

        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("caller");
        assertThat(seal.seal("a", SOUND)).isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RE1/1/1-of-2", "RE1/1/0-of-1", "RE1/2/0-of-2", "RE2/1/0-of-2"})
    void itOpensInNoOtherPlace(String place) {
        assertThat(seal.open(place, seal.seal("RE1/1/0-of-2", SOUND))).isEmpty();
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertThat(other.open("a", seal.seal("a", SOUND))).isEmpty();
        assertThat(other.keyName()).isNotEqualTo(seal.keyName()).matches("[0-9a-f]{12}");
    }

    @Test
    void aChangedOrShortenedOneDoesNotOpen() {
        byte[] sealed = seal.seal("a", SOUND);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(seal.open("a", changed)).isEmpty();
            assertThat(seal.open("a", Arrays.copyOf(sealed, at))).isEmpty();
        }
    }

    @Test
    void theNameOfAKeyStaysTheSame() {
        assertThat(seal.keyName()).isEqualTo("372a9504e61d");
    }

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
