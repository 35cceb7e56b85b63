package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.Page;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The form of the inbox documents: fields side by side, by the names that they have always had. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredInquiryTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final SourceId CALL = new SourceId("call:CA1");
    private static final Fact VOICEMAIL = new Fact(Fact.Kind.VOICEMAIL, "left", NOW, Map.of());

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.with(server.uri(), InboxDocuments.class);
    private final MongoConverter form = store.template().getConverter();
    private final MongoInquiries inquiries = new MongoInquiries(store.template(), store.context(), Clock.systemUTC());

    @BeforeEach
    void emptyTheStore() {
        store.template().dropCollection(InboxDocuments.INQUIRIES);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    private static StoredInquiry arrived(SourceId id) {
        Inquiry inquiry = new Inquiry(
                id,
                NOW,
                Sender.caller(new PhoneNumber("+13055550123")),
                InquiryDetails.byCall("+18445550100"),
                Map.of(),
                null);
        return Arrivals.of(inquiry, VOICEMAIL);
    }

    private static StoredInquiry parked() {
        return arrived(CALL).released(NOW).failed("first", NOW).inDanger().parked("second");
    }

    private Document written(StoredInquiry stored) {
        Document document = new Document();
        form.write(stored, document);
        return document;
    }

    @Test
    void whatIsWrittenHasTheNamesThatEveryVersionKnows() {
        assertThat(written(parked()))
                .containsOnlyKeys(
                        "_id",
                        "rev",
                        "inquiry",
                        "contentHash",
                        "receipt",
                        "facts",
                        "progress",
                        "reason",
                        "attempts",
                        "lastCause",
                        "released",
                        "danger",
                        "shelf")
                .containsEntry("progress", "PARKED")
                .containsEntry("reason", "FAILED")
                .containsEntry("attempts", 2)
                .containsEntry("lastCause", "second")
                .containsEntry("shelf", "PARKED|!001795442400000|call:CA1");
        assertThat(written(arrived(CALL))).containsEntry("dueAt", Date.from(NOW));
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        for (StoredInquiry stored : List.of(
                arrived(CALL),
                parked(),
                arrived(CALL).done(),
                arrived(CALL).resting(Progress.SUSPECT, Reason.HONEYPOT),
                StoredInquiry.early(CALL, Arrivals.RECEIPTS.of(CALL)).learning(VOICEMAIL, NOW))) {
            assertThat(form.read(StoredInquiry.class, written(stored))).isEqualTo(stored);
        }
    }

    @Test
    void whatTheFirstVersionsStoredIsRead() {
        Document stored = written(arrived(CALL).resting(Progress.UNPLACED, Reason.WITHHELD_NUMBER));
        stored.keySet().removeAll(List.of("danger", "released", "attempts", "facts"));

        StoredInquiry read = form.read(StoredInquiry.class, stored);

        assertThat(read.progress()).isEqualTo(Progress.UNPLACED);
        assertThat(read.reason()).contains(Reason.WITHHELD_NUMBER);
        assertThat(read.danger()).isFalse();
        assertThat(read.released()).isFalse();
        assertThat(read.attempts()).isZero();
        assertThat(read.lastCause()).isEmpty();
        assertThat(read.dueAt()).isEmpty();
        assertThat(read.inquiry()).isPresent();
        assertThat(read.facts()).isEmpty();
    }

    @Test
    void factsThatCameFirstAreReadWithoutAMessage() {
        Document stored = new Document("_id", CALL.value())
                .append("rev", 1L)
                .append("contentHash", "")
                .append("receipt", "CL1")
                .append("facts", List.of())
                .append("progress", "EARLY")
                .append("attempts", 0)
                .append("released", false);

        StoredInquiry read = form.read(StoredInquiry.class, stored);

        assertThat(read.inquiry()).isEmpty();
        assertThat(read.contentHash()).isEmpty();
        assertThat(read.progress()).isEqualTo(Progress.EARLY);
        assertThat(read.restingOrder()).isNull();
    }

    @Test
    void documentsAreFoundByWhatLiesInTheirGroups() {
        SourceId other = new SourceId("call:CA2");
        inquiries.write(List.of(arrived(CALL), arrived(other).resting(Progress.UNPLACED, Reason.WITHHELD_NUMBER)));

        assertThat(inquiries.due(NOW, 9)).extracting(StoredInquiry::id).containsExactly(CALL);
        assertThat(inquiries.due(NOW.minusMillis(1), 9)).isEmpty();
        assertThat(inquiries.resting(Progress.UNPLACED, Page.first(9)))
                .extracting(StoredInquiry::id)
                .containsExactly(other);
        assertThat(inquiries.withReceipt(Arrivals.RECEIPTS.of(other)).map(StoredInquiry::id))
                .isEqualTo(Optional.of(other));
    }
}
