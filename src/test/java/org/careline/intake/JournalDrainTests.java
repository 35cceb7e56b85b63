package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.careline.intake.Pending.Learnt;
import org.careline.intake.Pending.Message;
import org.careline.intake.simulation.Stage;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.store.StoreUnavailable;
import org.junit.jupiter.api.Test;

@Holds(Promise.P2)
class JournalDrainTests {

    private static final SourceId CALL = new SourceId("call:one");

    private final SimulatedClinic clinic = new SimulatedClinic(new Stage(1, false), 1, Plant.NONE);
    private final SimulatedJournal journal = new SimulatedJournal(clinic.stage);
    private final JournalDrain drain = new JournalDrain(
            journal,
            new StoredInbox(clinic.inquiries, SimulatedClinic.RECEIPTS, clinic.clock),
            SimulatedClinic.RECEIPTS,
            SimulatedClinic.DANGER);

    @Test
    void anEmptyJournalAsksNobody() {
        clinic.weather.goDown();

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
        assertThat(clinic.inquiries.all())
                .extracting(StoredInquiry::progress)
                .containsExactly(Progress.WAITING, Progress.PARKED);
        assertThat(journal.size()).isZero();
    }

    @Test
    void everythingIsKeptWhileTheStoreIsDown() {
        keep(call("hello"));
        clinic.weather.goDown();

        assertThatThrownBy(drain::drain).isInstanceOf(StoreUnavailable.class);

        assertThat(journal.size()).isEqualTo(1);
        clinic.weather.comeUp();
        assertThat(drain.drain()).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsNoLostMessage() {
        keep(call("hello"));
        clinic.weather.loseAnswers(1);
        assertThatThrownBy(drain::drain).isInstanceOf(StoreUnavailable.class);

        assertThat(drain.drain()).isEqualTo(1);

        assertThat(clinic.inquiries.all()).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsParkedBesideTheFirst() {
        keep(call("hello"));
        keep(call("good morning"));
        keep(call("hello"));

        while (journal.size() > 0) {
            drain.drain();
        }

        assertThat(clinic.inquiries.all())
                .extracting(StoredInquiry::progress)
                .containsExactly(Progress.WAITING, Progress.PARKED);
    }

    private void keep(Pending entry) {
        assertThat(journal.keep(entry, true)).isTrue();
    }

    private static Message call(String text, Fact... known) {
        Inquiry inquiry =
                new Inquiry(CALL, Happenings.OPENING, Sender.WITHHELD, Happenings.message(text), Map.of(), null);
        return new Message(StoredInquiry.arrived(
                inquiry, ContentHash.of(inquiry), SimulatedClinic.RECEIPTS.of(CALL), List.of(known)));
    }

    private static Fact fact(String status) {
        return new Fact(Fact.Kind.CALL_STATUS, status, Happenings.OPENING, Map.of());
    }

    private StoredInquiry stored() {
        return Objects.requireNonNull(clinic.inquiries.now(CALL));
    }
}
