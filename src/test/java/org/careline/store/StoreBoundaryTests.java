package org.careline.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class StoreBoundaryTests {

    @Test
    void noAnswerIsRecognisedInWhateverWrapping() {
        MongoException late = new MongoOperationTimeoutException("late");

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> StoreBoundary.call("read", () -> failing(late)));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() ->
                        StoreBoundary.call("read", () -> failing(new UncategorizedMongoDbException("late", late))));
    }

    @Test
    void aStoreThatAsksForALoginIsAsGoodAsNone() {
        MongoException stranger =
                new MongoCommandException(BsonDocument.parse("{ok: 0, code: 13}"), new ServerAddress());

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> StoreBoundary.call("read", () -> failing(stranger)));
    }

    @Test
    void anAnswerIsNotTakenForNone() {
        MongoException refused = new MongoCommandException(BsonDocument.parse("{ok: 0, code: 2}"), new ServerAddress());

        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> StoreBoundary.call("read", () -> failing(refused)));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> StoreBoundary.call("write", () -> failing(new DuplicateKeyException("there"))));
    }

    private static Object failing(RuntimeException failure) {
        throw failure;
    }
}
