package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.careline.inbox.Pending.Learnt;
import org.careline.inbox.Pending.Message;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

@Holds(Promise.P2)
class JournalDrainTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final SourceId CALL = new SourceId("call:one");

    private final Stage stage = new Stage(1, false);
    private final Weather weather = new Weather();
    private final SimulatedInquiries inquiries = new SimulatedInquiries(stage, weather, (before, after, how) -> {});
    private final SimulatedJournal journal = new SimulatedJournal(stage);
    private final JournalDrain drain = new JournalDrain(
            journal,
            new StoredInbox(inquiries, Arrivals.RECEIPTS, new MovableClock(NOW)),
            Arrivals.RECEIPTS,
            Arrivals.DANGER);

    @Test
    void anEmptyJournalAsksNobody() {
        weather.goDown();

        assertThat(drain.drain()).isZero();
    }

    @Test
    void aMessageAndItsFactsMoveTogether() {
        keep(call("hello"));
        keep(new Learnt(CALL, fact("ringing")));
        keep(new Learnt(CALL, fact("completed")));

        assertThat(drain.drain()).isEqualTo(3);

        assertThat(journal.size()).isZero();
        assertThat(stored().facts()).extracting(Fact::status).containsExactly("ringing", "completed");
        assertThat(stored().progress()).isEqualTo(Progress.WAITING);
    }

    @Test
    void aFactBeforeItsMessageIsKept() {
        keep(new Learnt(CALL, fact("completed")));
        drain.drain();
        assertThat(stored().progress()).isEqualTo(Progress.EARLY);

        keep(call("hello"));
        drain.drain();

        assertThat(stored().progress()).isEqualTo(Progress.WAITING);
        assertThat(stored().facts()).hasSize(1);
    }

    @Test
    void aMessageBringsWhatIsKnownOfItFromTheBeginning() {
        keep(new Learnt(CALL, fact("ringing")));
        drain.drain();
        keep(call("hello", fact("ringing"), fact("in-progress")));

        assertThat(drain.drain()).isEqualTo(1);

        assertThat(stored().facts()).extracting(Fact::status).containsExactly("ringing", "in-progress");
        assertThat(stored().progress()).isEqualTo(Progress.WAITING);
    }

    @Test
    void aRepeatThatKnowsMoreAddsItAndOneOfAnotherContentDoesNot() {
        keep(call("hello"));
        drain.drain();
        keep(call("hello", fact("ringing")));
        drain.drain();
        keep(call("hello", fact("ringing")));
        drain.drain();
        keep(call("good morning", fact("completed")));
        drain.drain();

        assertThat(stored().facts()).extracting(Fact::status).containsExactly("ringing");
        assertThat(inquiries.all())
                .extracting(StoredInquiry::progress)
                .containsExactly(Progress.WAITING, Progress.PARKED);
        assertThat(journal.size()).isZero();
    }

    @Test
    void everythingIsKeptWhileTheStoreIsDown() {
        keep(call("hello"));
        weather.goDown();

        assertThatThrownBy(drain::drain).isInstanceOf(StoreUnavailable.class);

        assertThat(journal.size()).isEqualTo(1);
        weather.comeUp();
        assertThat(drain.drain()).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsNoLostMessage() {
        keep(call("hello"));
        weather.loseAnswers(1);
        assertThatThrownBy(drain::drain).isInstanceOf(StoreUnavailable.class);

        assertThat(drain.drain()).isEqualTo(1);

        assertThat(inquiries.all()).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsParkedBesideTheFirst() {
        keep(call("hello"));
        keep(call("good morning"));
        keep(call("hello"));

        while (journal.size() > 0) {
            drain.drain();
        }

        assertThat(inquiries.all())
                .extracting(StoredInquiry::progress)
                .containsExactly(Progress.WAITING, Progress.PARKED);
    }

    private void keep(Pending entry) {
        assertThat(journal.keep(entry, true)).isTrue();
    }

    private static Message call(String text, Fact... known) {
        Inquiry inquiry = new Inquiry(
                CALL,
                NOW,
                Sender.WITHHELD,
                new InquiryDetails(null, null, null, null, text, null, List.of(), null),
                Map.of(),
                null);
        return new Message(Arrivals.of(inquiry, known));
    }

    private static Fact fact(String status) {
        return new Fact(Fact.Kind.CALL_STATUS, status, NOW, Map.of());
    }

    private StoredInquiry stored() {
        return Objects.requireNonNull(inquiries.now(CALL));
    }
}
