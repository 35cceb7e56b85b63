package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.assignment.SimulatedAssignment;
import org.careline.contact.EmailAddress;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Arrivals;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.KnownNumbers;
import org.careline.inbox.Progress;
import org.careline.inbox.Reason;
import org.careline.inbox.Sender;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.JunkVerdict.Placeable;
import org.careline.intake.JunkVerdict.Refusal;
import org.careline.intake.JunkVerdict.TooEarly;
import org.careline.intake.simulation.Happenings;
import org.careline.intake.simulation.SimulatedClinic;
import org.careline.lead.Fact;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.LeadsInView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JunkRulesTests {

    private static final Instant AT = Happenings.OPENING;
    private static final PhoneNumber PATIENT = new PhoneNumber("+13055550123");
    private static final PhoneNumber STAFF = new PhoneNumber("+13055550199");

    private final JunkRules rules = new JunkRules(new KnownNumbers() {
        @Override
        public boolean ofTheClinic(String dialled) {
            return dialled.equals(SimulatedClinic.NUMBER);
        }

        @Override
        public Optional<Reason> ignored(PhoneNumber number) {
            return number.equals(STAFF) ? Optional.of(Reason.STAFF_NUMBER) : Optional.empty();
        }
    });

    @Test
    void aCallFromAnybodyBecomesATouch() {
        InquiryInView call = seen(stored(call(Sender.caller(PATIENT), SimulatedClinic.NUMBER)), null, AT);

        assertThat(rules.judge(call)).isEqualTo(new Placeable(call));
    }

    @Test
    void staffNumbersAreRefused() {
        InquiryInView call = seen(stored(call(Sender.caller(STAFF), SimulatedClinic.NUMBER)), null, AT);

        assertThat(rules.judge(call)).isEqualTo(new Refusal(call, Progress.REFUSED, Reason.STAFF_NUMBER));
    }

    @Test
    void nobodyWithAReceiptIsRefusedForANumberOfOurs() {
        EmailAddress email = new EmailAddress("maya@example.org");
        InquiryInView both = seen(stored(form(new Sender(null, STAFF, email))), null, AT);
        InquiryInView alone = seen(stored(form(new Sender(null, STAFF, null))), null, AT);
        InquiryInView passes = seen(stored(form(new Sender(null, STAFF, null))).released(AT), null, AT);

        assertThat(rules.judge(both)).isInstanceOf(Placeable.class);
        assertThat(rules.judge(both).seen().sender()).isEqualTo(new Sender(null, null, email));
        assertThat(rules.judge(alone).seen().sender().points()).isEmpty();
        assertThat(rules.judge(alone))
                .isEqualTo(new Refusal(rules.judge(alone).seen(), Progress.UNPLACED, Reason.STAFF_NUMBER));
        assertThat(rules.judge(passes)).isInstanceOf(Placeable.class);
        assertThat(rules.judge(passes).seen().sender().points()).isEmpty();
    }

    @Test
    void aWithheldCallerWhoEnteredANumberOfOursWaitsForAPerson() {
        StoredInquiry withheld = stored(call(Sender.WITHHELD, SimulatedClinic.NUMBER))
                .learning(Fact.callBack(1, STAFF, AT), AT)
                .learning(new Fact(Fact.Kind.CALL_STATUS, "completed", AT, Map.of()), AT);
        JunkVerdict judged = rules.judge(seen(withheld, null, AT));

        assertThat(judged).isEqualTo(new Refusal(judged.seen(), Progress.UNPLACED, Reason.WITHHELD_NUMBER));
    }

    @Test
    void whatWasDecidedIsNotRefusedAfterwards() {
        InquiryInView call = seen(stored(call(Sender.caller(STAFF), SimulatedClinic.NUMBER)), touch(), AT);

        assertThat(rules.judge(call)).isEqualTo(new Placeable(call));
    }

    @Test
    void aCallToANumberOfNoClinicIsUnplaced() {
        InquiryInView call = seen(stored(call(Sender.caller(PATIENT), "+18445550199")), null, AT);

        assertThat(rules.judge(call)).isEqualTo(new Refusal(call, Progress.UNPLACED, Reason.UNKNOWN_CLINIC_NUMBER));
    }

    @Test
    void aFilledHoneypotWaitsUntilAPersonLetsItPass() {
        Inquiry junk = new Inquiry(
                new SourceId("form:one"),
                AT,
                new Sender(null, PATIENT, null),
                Happenings.message("hello"),
                Map.of(),
                Suspicion.HONEYPOT);
        InquiryInView waits = seen(stored(junk), null, AT);
        InquiryInView passes = seen(stored(junk).released(AT), null, AT);

        assertThat(rules.judge(waits)).isEqualTo(new Refusal(waits, Progress.SUSPECT, Reason.HONEYPOT));
        assertThat(rules.judge(passes)).isEqualTo(new Placeable(passes));
    }

    @Test
    void aWithheldCallerIsAwaitedUntilTheCallIsOver() {
        StoredInquiry withheld = stored(call(Sender.WITHHELD, SimulatedClinic.NUMBER));
        InquiryInView onTheLine = seen(withheld, null, AT);
        InquiryInView over = seen(withheld, null, AT.plus(Inquiry.LONGEST_CALL));

        assertThat(rules.judge(onTheLine)).isEqualTo(new TooEarly(onTheLine));
        assertThat(rules.judge(over)).isEqualTo(new Refusal(over, Progress.UNPLACED, Reason.WITHHELD_NUMBER));
    }

    @Test
    void anAcceptedCallIsOnTheLineUntilItsTalkMustBeOver() {
        Instant accepted = AT.plusSeconds(40);
        Instant end = accepted.plus(Duration.ofHours(1));
        StoredInquiry withheld = stored(call(Sender.WITHHELD, SimulatedClinic.NUMBER))
                .learning(Fact.accepted("ana", accepted, Duration.ofHours(1)), accepted);
        InquiryInView onTheLine = seen(withheld, null, end.minusMillis(1));
        InquiryInView over = seen(withheld, null, end);
        InquiryInView hungUp =
                seen(withheld.learning(new Fact(Fact.Kind.CALL_STATUS, "completed", AT, Map.of()), AT), null, accepted);

        assertThat(onTheLine.lastSecond()).isEqualTo(end);
        assertThat(rules.judge(onTheLine)).isEqualTo(new TooEarly(onTheLine));
        assertThat(rules.judge(over)).isEqualTo(new Refusal(over, Progress.UNPLACED, Reason.WITHHELD_NUMBER));
        assertThat(hungUp.onTheLine()).isFalse();
    }

    @Test
    void aShortTalkDoesNotShortenTheCall() {
        StoredInquiry call = stored(call(Sender.caller(PATIENT), SimulatedClinic.NUMBER))
                .learning(Fact.accepted("ana", AT, Duration.ofMinutes(1)), AT);

        assertThat(seen(call, null, AT).lastSecond()).isEqualTo(AT.plus(Inquiry.LONGEST_CALL));
    }

    @Test
    void aWithheldCallerWithAVoicemailBecomesATouch() {
        Fact voicemail = new Fact(Fact.Kind.VOICEMAIL, "recorded", AT, Map.of());
        InquiryInView call =
                seen(stored(call(Sender.WITHHELD, SimulatedClinic.NUMBER)).learning(voicemail, AT), null, AT);

        assertThat(rules.judge(call)).isEqualTo(new Placeable(call));
    }

    private static Inquiry form(Sender sender) {
        return new Inquiry(new SourceId("form:one"), AT, sender, Happenings.message("hello"), Map.of(), null);
    }

    private static Inquiry call(Sender sender, String dialled) {
        return new Inquiry(new SourceId("call:one"), AT, sender, InquiryDetails.byCall(dialled), Map.of(), null);
    }

    private static StoredInquiry stored(Inquiry inquiry) {
        return Arrivals.of(inquiry);
    }

    private static InquiryInView seen(StoredInquiry stored, @Nullable Touch touch, Instant now) {
        return new InquiryInView(
                stored,
                stored.inquiry().orElseThrow(),
                touch,
                new LeadsInView(Map.of(), Map.of()),
                SimulatedAssignment.nobody(),
                now);
    }

    private static Touch touch() {
        SourceId id = new SourceId("call:one");
        return new Touch(
                id, 1, LeadId.madeBy(id), Touch.Direction.IN, AT, null, null, false, List.of(), List.of(), null);
    }
}
