package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Collections;
import org.bson.BsonDocument;
import org.careline.store.contract.Contenders.Counted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many writers of one document at once: what they are told is what became of it, to the last one. */
@Tag("contended")
class ContendedContractTests extends StoreContract {

    private static final int WRITERS = 32;
    private static final int ATTEMPTS = 25;
    private static final int ROUNDS = 200;

    @Test
    void asManyWritesHoldAsAreToldTo() {
        Counted counted = new Contenders(things).count(WRITERS, ATTEMPTS);

        assertThat(counted.lost()).isZero();
        assertThat(counted.told()).isPositive();
    }

    @Test
    void ofTwoContendersExactlyOneGetsTheLeaseEachTime() {
        assertThat(new Contenders(things).rounds(ROUNDS)).isEqualTo(Collections.nCopies(ROUNDS, 1L));
    }

    @Test
    void ofFiftyInsertsOfOneIdExactlyOneHolds() {
        assertThat(new Contenders(things).inserts(50)).isOne();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aStoreWhoseGuardDoesNotHoldIsFoundOut() {
        try (StoreProxy proxy = new StoreProxy(store.address(), new Unguarded());
                MongoClient client = MongoClients.create(proxy.uri())) {
            Contenders contenders =
                    new Contenders(client.getDatabase(database.getName()).getCollection(THINGS, BsonDocument.class));

            assertThat(contenders.count(WRITERS, 5).lost()).isPositive();
            assertThat(contenders.rounds(20)).contains(2L);
        }
    }
}
