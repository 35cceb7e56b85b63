package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.Test;

class StoredCallFactsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private static final SourceId CALL = new SourceId("call:CA1");
    private static final Fact ACCEPTED = Fact.accepted("ana", NOW, Duration.ofHours(1));

    @Test
    void whatAnotherNodeLearntIsFound() {
        try (WireStore wire = new WireStore();
                StoreContext context = StoreContext.at(wire.uri())) {
            CallFacts facts = new StoredCallFacts(
                    context.template(), new MongoInquiries(context.template(), context.context(), Clock.systemUTC()));
            StoredInbox inbox = new StoredInbox(
                    new MongoInquiries(context.template(), context.context(), Clock.systemUTC()),
                    Arrivals.RECEIPTS,
                    Clock.systemUTC());
            assertThat(facts.know(CALL, Kind.ACCEPTED, "ana")).isFalse();

            inbox.learn(Map.of(CALL, List.of(ACCEPTED)));

            assertThat(facts.know(CALL, Kind.ACCEPTED, "ana")).isTrue();
            assertThat(facts.know(CALL, Kind.ACCEPTED, "ben")).isFalse();
            assertThat(facts.know(CALL, Kind.CALL_STATUS, "ana")).isFalse();
            assertThat(facts.know(new SourceId("call:CA2"), Kind.ACCEPTED, "ana"))
                    .isFalse();
        }
    }

    @Test
    void withTheStoreAwayNothingIsKnown() {
        WireStore shortLived = new WireStore();
        try (StoreContext context = StoreContext.at(shortLived.uri())) {
            CallFacts facts = new StoredCallFacts(
                    context.template(), new MongoInquiries(context.template(), context.context(), Clock.systemUTC()));
            shortLived.close();

            assertThat(facts.know(CALL, Kind.ACCEPTED, "ana")).isFalse();
        }
    }
}
