package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored is read back as it was, to the last byte. */
class DocumentContractTests extends StoreContract {

    private static final int LARGEST = 16 * 1024 * 1024;

    /** So much more a driver sends, for commands have fields too; what is larger it refuses itself. */
    private static final int HEADROOM = 16 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_id: 1, text: '', list: [], inner: {}, none: null, yes: true, no: false}",
                "{_id: 1, int: -2147483648, most: 2147483647, double: 0.1, whole: 1.0, small: 1e-300}",
                "{_id: 1, least: {$numberLong: '-9223372036854775808'}, most: {$numberLong: '9223372036854775807'}, "
                        + "odd: {$numberLong: '9007199254740993'}}",
                "{_id: 1, at: {$date: {$numberLong: '-1'}}, early: {$date: {$numberLong: '-1005955200000'}}, "
                        + "late: {$date: {$numberLong: '1795615200123'}}}",
                "{_id: 1, z: 1, a: 2, m: {z: 1, a: 2}, list: [{b: 1, a: 1}, 'x', null, 3]}",
                "{_id: 'with space.and/dot', text: 'Zażółć 日本 \uD83D\uDE00 \u202E'}",
            })
    void everyValueIsReadAsItWasWritten(String json) {
        BsonDocument written = document(json);
        things.insertOne(written);

        assertThat(stored()).containsExactly(written);
        assertThat(stored().get(0).toJson()).isEqualTo(written.toJson());
    }

    @Test
    void aTextMayHoldTheNullCharacter() {
        BsonDocument written = new BsonDocument("_id", new BsonInt32(1)).append("text", new BsonString("a\u0000b"));
        things.insertOne(written);

        assertThat(stored()).containsExactly(written);
    }

    @Test
    void bytesAreReadAsTheyWere() {
        byte[] bytes = new byte[70_000];
        new Random(1).nextBytes(bytes);
        things.insertOne(new BsonDocument("_id", new BsonInt32(1))
                .append("bytes", new BsonBinary(bytes))
                .append("none", new BsonBinary(new byte[0])));

        BsonDocument read = stored().get(0);

        assertThat(read.getBinary("bytes").getData()).isEqualTo(bytes);
        assertThat(read.getBinary("none").getData()).isEmpty();
    }

    @Test
    void aDocumentMayHave16MiBAndNoMore() {
        int frame = 1 + "text".length() + 1 + 4 + 1 + 1 + "_id".length() + 1 + 4 + 4 + 1;
        BsonDocument largest = large(LARGEST - frame);
        things.insertOne(largest);

        assertThat(stored().get(0).getString("text").getValue().length()).isEqualTo(LARGEST - frame);
        assertThatThrownBy(() -> things.replaceOne(document("{_id: 1}"), large(LARGEST + HEADROOM)))
                .isInstanceOf(BsonMaximumSizeExceededException.class);
        assertThat(stored()).containsExactly(largest);
    }

    private static BsonDocument large(int letters) {
        char[] text = new char[letters];
        Arrays.fill(text, 'x');
        return new BsonDocument("_id", new BsonInt32(1)).append("text", new BsonString(new String(text)));
    }
}
