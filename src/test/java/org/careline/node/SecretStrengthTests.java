package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretStrengthTests {

    @Test
    void whatIsMadeHereAlwaysPasses() {
        for (Secret secret : Secret.values()) {
            for (int round = 0; round < 1_000; round++) {
                assertThat(secret.strength().accepts(secret.random()))
                        .as(secret.file())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0123456789abcdef0123456789abcdef, true",
        "0123456789ABCDEF0123456789ABCDEF, true",
        "0123456789abcdef0123456789abcde, false",
        "012345678901234567890123456789012345678, true",
        "01234567890123456789012345678901234567, false",
        "9Zq8Xw7Cv6Bn5Mk4Lj3Hg2, true",
        "9Zq8Xw7Cv6Bn5Mk4Lj3Hg, false",
        "abcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabc, false",
    })
    void aTokenHas128Bits(String token, boolean good) {
        assertThat(SecretStrength.RANDOM.accepts(token)).isEqualTo(good);
    }

    @Test
    void aKeyHas32Bytes() {
        byte[] key = new byte[32];
        for (int at = 0; at < key.length; at++) {
            key[at] = (byte) (at * 37);
        }

        assertThat(SecretStrength.KEY.accepts(Base64.getEncoder().encodeToString(key)))
                .isTrue();
        assertThat(SecretStrength.KEY.accepts(
                        Base64.getEncoder().withoutPadding().encodeToString(key)))
                .isTrue();
        assertThat(SecretStrength.KEY.accepts(Base64.getEncoder().encodeToString(new byte[32])))
                .isFalse();
        assertThat(SecretStrength.KEY.accepts("0".repeat(64))).isFalse();
        assertThat(SecretStrength.KEY.accepts("0123456789abcdef".repeat(4))).isTrue();
        assertThat(SecretStrength.KEY.accepts("0123456789abcdef".repeat(2))).isFalse();
    }
}
