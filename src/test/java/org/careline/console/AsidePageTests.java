package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipt;
import org.careline.inbox.Sender;
import org.careline.lead.SourceId;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two forms with the same words were filled in too fast, and a withheld caller hung up. */
@Doors
class AsidePageTests {

    private final DoorFakes behind;
    private final Visitor ana;
    private final Receipt maya;
    private final Receipt uma;
    private final Receipt caller;

    @Autowired
    AsidePageTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.behind = behind;
        this.maya = form("Maya <b>Ortiz</b>", "+13055550123");
        this.uma = form("Uma Vale", "+13055550124");
        this.caller = aside(
                "call:CA1",
                Sender.WITHHELD,
                InquiryDetails.byCall("+18445550100"),
                InquiryState.UNPLACED,
                "withheld-number");
        this.ana = Visitor.signedIn(port, "ana");
        ana.get("/console/inquiries");
    }

    @Test
    void whatIsAlikeIsOneLineWithEverythingThatWasSaid() {
        String page = ana.get("/console/inquiries").body();

        assertThat(page)
                .contains("Suspect (2)", "Unplaced (1)", "Parked (0)", "Refused (0)")
                .contains(
                        "Maya &lt;b&gt;Ortiz&lt;/b&gt;",
                        "and 1 similar",
                        "+13055550123",
                        "Please call",
                        "Filled in too fast",
                        "Let all 2 through")
                .doesNotContain("Uma Vale");
        assertThat(ana.get("/console/inquiries?state=unplaced").body())
                .contains("Nobody named themselves", "Withheld number", "<span>Mon 23 Nov, 09:00</span>");
        assertThat(ana.get("/console/inquiries?state=parked").body()).contains("Nothing waits here.");
    }

    @Test
    void oneIsLetThroughAndThePageSaysSo() {
        HttpResponse<String> answer =
                ana.post("/console/inquiries/release", Map.of("state", "unplaced", "receipt", caller.value()));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(ana.follow(answer).body()).contains("1 let through: it is a lead within a few seconds.");
    }

    @Test
    void oneIsDismissedOnceAndCanBeTakenBack() {
        Map<String, String> sent = Map.of("state", "suspect", "receipt", uma.value());

        assertThat(ana.follow(ana.post("/console/inquiries/dismiss", sent)).body())
                .contains("1 dismissed; it can be taken back under Refused.", "Suspect (1)", "Refused (1)");
        assertThat(ana.follow(ana.post("/console/inquiries/dismiss", sent)).body())
                .contains("Somebody else has decided about it meanwhile.");
        assertThat(ana.get("/console/inquiries?state=refused").body())
                .contains("Uma Vale", "Dismissed", "Let it through");
        assertThat(behind.find(maya).orElseThrow().state()).isEqualTo(InquiryState.SUSPECT);
    }

    private Receipt form(String name, String phone) {
        Sender sender = new Sender(new PersonName(name), new PhoneNumber(phone), null);
        InquiryDetails request = new InquiryDetails(
                "consultation", null, null, new Language("en"), "Please call", null, List.of(), null);
        return aside("form:" + phone.substring(1), sender, request, InquiryState.SUSPECT, "filled-in-too-fast");
    }

    private Receipt aside(String id, Sender sender, InquiryDetails request, InquiryState state, String reason) {
        Inquiry inquiry = new Inquiry(new SourceId(id), MovableClock.MONDAY_NINE, sender, request, Map.of(), null);
        behind.inbox.put(inquiry.id(), inquiry);
        Receipt receipt = behind.of(inquiry.id());
        behind.statuses.add(new InquiryStatus(receipt, state, null, reason, 0));
        return receipt;
    }
}
