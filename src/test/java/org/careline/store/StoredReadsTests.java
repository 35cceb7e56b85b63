package org.careline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StoredReadsTests {

    private static final String THINGS = "sizedThings";

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.with(server.uri(), Things.class);
    private final StoredReads<Thing> reads =
            new StoredReads<>(store.template(), THINGS, Thing.class, Budget.OF_A_READER);

    @Configuration(proxyBeanMethods = false)
    static class Things {

        @Bean
        DeclaredIndex bySize() {
            return DeclaredIndex.ascending(THINGS, "by_size", "size");
        }
    }

    private record Thing(String id, int size) {}

    @AfterEach
    void stops() {
        store.close();
        server.close();
    }

    @Test
    void aPageIsTheFirstOfThoseThatAreWantedInOrder() {
        keeps(5);

        assertThat(reads.page("read", Filters.gt("size", 1), Sorts.ascending("size"), 2))
                .containsExactly(new Thing("2", 2), new Thing("3", 3));
        assertThat(reads.page("read", Filters.gt("size", 1), Sorts.descending("size"), 1))
                .containsExactly(new Thing("4", 4));
    }

    @Test
    void someAreReadInPart() {
        keeps(3);

        assertThat(reads.parts(
                        "read", Filters.gt("size", 0), Sorts.ascending("size"), 5, List.of("_id"), Document::keySet))
                .hasSize(2)
                .allSatisfy(fields -> assertThat(fields).containsExactly("_id"));
        assertThat(reads.ids("read", Filters.lt("size", 2), 5)).containsExactlyInAnyOrder("0", "1");
        assertThat(reads.some("read", Filters.gte("size", 0), 2)).hasSize(2);
        assertThat(reads.all("read", Filters.in("_id", "1", "9"))).containsExactly(new Thing("1", 1));
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        keeps(1);
        server.close();

        assertThatThrownBy(() -> reads.all("read things", Filters.eq("_id", "0")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("The store did not answer: read things");
    }

    private void keeps(int things) {
        store.template()
                .getCollection(THINGS)
                .insertMany(IntStream.range(0, things)
                        .mapToObj(number -> new Document("_id", Integer.toString(number)).append("size", number))
                        .toList());
    }
}
