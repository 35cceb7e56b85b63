package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.careline.contact.PersonName;
import org.careline.inbox.Arrivals;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryDesk.Dismissal;
import org.careline.inbox.InquiryDesk.Replay;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipt;
import org.careline.inbox.Sender;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Happenings;
import org.careline.lead.SourceId;
import org.careline.store.Page;
import org.junit.jupiter.api.Test;

/** A person looks at what was set aside. */
class DismissedInquiryTests {

    private final Bench bench = new Bench();
    private final InquiryDesk desk = bench.inquiryDesk();

    @Test
    void aSuspectIsDismissedAndTakenBackAndBecomesALead() {
        Receipt receipt = suspect();
        bench.worker().takeOneBatch();

        assertThat(desk.resting(InquiryState.SUSPECT, Page.first(10)).items())
                .singleElement()
                .satisfies(one -> assertThat(one.inquiry().details().message()).isEqualTo("hello"));
        assertThat(desk.dismiss(receipt)).isEqualTo(Dismissal.DISMISSED);
        assertThat(status(receipt).state()).isEqualTo(InquiryState.REFUSED);
        assertThat(status(receipt).reason()).isEqualTo("dismissed");
        assertThat(desk.dismiss(receipt)).isEqualTo(Dismissal.NOT_ASKED);

        assertThat(desk.replay(receipt)).isEqualTo(Replay.REPLAYED);
        bench.toRest();
        assertThat(status(receipt).state()).isEqualTo(InquiryState.DONE);
        assertThat(desk.replay(receipt)).isEqualTo(Replay.NOT_WAITING);
    }

    @Test
    void whatBecameALeadIsNoPersonsToDismiss() {
        SourceId form = bench.form("one", 0, "Maya Ortiz", Bench.P1, null);
        bench.toRest();

        assertThat(desk.dismiss(Arrivals.RECEIPTS.of(form))).isEqualTo(Dismissal.NOT_ASKED);
        assertThat(desk.dismiss(new Receipt("none"))).isEqualTo(Dismissal.UNKNOWN);
    }

    private InquiryStatus status(Receipt receipt) {
        return desk.find(receipt).orElseThrow();
    }

    private Receipt suspect() {
        Inquiry inquiry = new Inquiry(
                new SourceId("form:fast"),
                Happenings.OPENING,
                new Sender(new PersonName("Maya Ortiz"), Bench.P1, null),
                Happenings.message("hello"),
                Map.of(),
                Suspicion.FILLED_IN_TOO_FAST);
        Receipt receipt = Arrivals.RECEIPTS.of(inquiry.id());
        bench.clinic.clock.reach(inquiry.at());
        bench.clinic.inquiries.write(List.of(Arrivals.of(inquiry)));
        return receipt;
    }
}
