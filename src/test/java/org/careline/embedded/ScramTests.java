package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of RFC 7677, section 3, and what may be wrong with a conversation. */
class ScramTests {

    private static final String CLIENT_FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String CLIENT_LAST = "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private final ScramKeys keys = ScramKeys.of("pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
    private final ScramExchange exchange = new ScramExchange(name -> keys, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");

    @Test
    void speaksAsInTheExampleOfTheStandard() {
        assertThat(exchange.first(CLIENT_FIRST)).contains("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(exchange.last(CLIENT_LAST)).contains("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @Test
    void aConversationHasOneTry() {
        exchange.first(CLIENT_FIRST);
        exchange.last(CLIENT_LAST.replace("p=d", "p=e"));

        assertThat(exchange.last(CLIENT_LAST)).isEmpty();
    }

    @Test
    void aLastMessageWithoutAFirstOneProvesNothing() {
        assertThat(exchange.last(CLIENT_LAST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n,,",
                "n,,n=user",
                "n,,n=,r=abc",
                "n,,n=user,r=",
                "p=tls-unique,,n=user,r=abc",
                "n,a=admin,n=user,r=abc",
                "n,,m=ext,n=user,r=abc",
                "n,,n=user,r=abc,x=1"
            })
    void refusesAFirstMessageThatIsNone(String message) {
        assertThat(exchange.first(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws,r=" + NONCE,
                "c=biws,r=" + NONCE + ",p=",
                "c=biws,r=" + NONCE + ",p=%%%",
                "c=biws,r=" + NONCE + ",p=AAAA",
                "c=biws,r=" + NONCE + ",p=eHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=eSws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=rOprNGfwEbeRWgbNEkqO,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=" + NONCE + ",x=1,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
            })
    void refusesAProofThatIsNone(String message) {
        exchange.first(CLIENT_FIRST);

        assertThat(exchange.last(message)).isEmpty();
    }

    @Test
    void somebodyWhoDoesNotExistLooksLikeSomebodyWhoDoes() {
        StoreAccess access = StoreAccess.by("0123456789abcdef");
        String known = access.conversation().first("n,,n=careline,r=abc").orElseThrow();
        String unknown = access.conversation().first("n,,n=nobody,r=abc").orElseThrow();
        String again = access.conversation().first("n,,n=nobody,r=abc").orElseThrow();

        assertThat(unknown).hasSameSizeAs(known).endsWith(",i=" + StoreAccess.ITERATIONS);
        assertThat(salt(unknown)).isEqualTo(salt(again)).isNotEqualTo(salt(known));
    }

    private static String salt(String first) {
        return first.substring(first.indexOf(',') + 1, first.lastIndexOf(','));
    }
}
