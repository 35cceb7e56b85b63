package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.lead.Waited;
import org.careline.staff.CoordinatorId;
import org.careline.telephony.CallRecords.What;
import org.careline.waiting.Accept;
import org.careline.waiting.LineListener;
import org.careline.waiting.RingAttempt;
import org.careline.waiting.WaitEnd;
import org.careline.waiting.WaitingCall;
import org.springframework.stereotype.Component;

/**
 * What the waiting line tells the inbox of a call: how long somebody waited and where they gave up, whose phones rang in vain,
 * who talked with them and for how long, and what came of a call back. Ids and times only.
 */
@Component
final class LineFacts implements LineListener {

    private final CallRecords records;
    private final AcceptedCalls accepts;
    private final RecordingConsent consent;
    private final ToldOnce told = new ToldOnce();

    LineFacts(CallRecords records, AcceptedCalls accepts, RecordingConsent consent) {
        this.records = records;
        this.accepts = accepts;
        this.consent = consent;
    }

    /** A coordinator has them, or had: that makes the call answered. A talk that is over is told. */
    void talked(WaitingCall call) {
        Optional<Accept> accept = call.taken();
        if (accept.isPresent() && call.party().recorded()) {
            consent.announced(call.id().source());
        }
        accept.ifPresent(one -> accepts.take(call.id().source(), one.coordinator()));
        over(call);
    }

    /** A talk may be over: then it is told. */
    void over(WaitingCall call) {
        talk(call).ifPresent(fact -> tell(call.id().source(), fact));
    }

    /**
     * A caller is out of the line.
     *
     * @param known what the line knows of them; empty if it is not to be read
     */
    void left(SourceId call, Waited.How how, Instant now, Duration waited, Optional<WaitingCall> known) {
        tell(call, waited(how, now, waited, known).fact());
    }

    /**
     * Somebody who was called back did not answer.
     *
     * @param by who had accepted the call
     * @param came what the carrier says of their phone
     */
    void notReached(WaitingCall back, CoordinatorId by, String came) {
        back.end()
                .filter(ended -> ended.how() == WaitEnd.How.NOT_REACHED)
                .map(ended ->
                        new Fact(Kind.CALLED_BACK, "not-reached", ended.at(), Map.of("by", by.value(), "came", came)))
                .ifPresent(fact -> tell(back.id().source(), fact));
    }

    @Override
    public void tidied(WaitingCall call) {
        over(call);
        call.end().ifPresent(ended -> tidied(call, ended));
    }

    private void tidied(WaitingCall call, WaitEnd ended) {
        if (ended.how() == WaitEnd.How.GIVEN_UP) {
            tell(call.id().source(), new Fact(Kind.CALLED_BACK, "given-up", ended.at(), Map.of()));
        }
        if (ended.how() == WaitEnd.How.ABANDONED && !call.id().isBack()) {
            left(call.id().source(), Waited.How.ABANDONED, ended.at(), call.waited(ended.at()), Optional.of(call));
        }
    }

    private static Optional<Fact> talk(WaitingCall call) {
        return call.taken()
                .filter(one -> one.began().isPresent() && one.end().isPresent())
                .map(one -> Conversation.fact(
                        one.coordinator(),
                        one.began().get(),
                        one.end().get(),
                        call.id().isBack()));
    }

    private static Waited waited(Waited.How how, Instant now, Duration waited, Optional<WaitingCall> known) {
        Optional<Instant> bridged = known.flatMap(WaitingCall::taken).flatMap(Accept::began);
        return new Waited(
                how,
                bridged.filter(at -> how == Waited.How.TALKED).orElse(now),
                waited,
                known.map(call -> call.waiting().told()).orElse(0),
                known.stream().flatMap(LineFacts::rung).toList());
    }

    private static Stream<CoordinatorId> rung(WaitingCall call) {
        return call.rings().stream()
                .filter(ring -> ring.leg() != null || ring.wasPlaced())
                .map(RingAttempt::coordinator)
                .filter(one -> call.taken()
                        .filter(taken -> taken.coordinator().equals(one))
                        .isEmpty());
    }

    /** A caller leaves the line once, whatever is said of it later. */
    private void tell(SourceId call, Fact fact) {
        String what = fact.kind() == Kind.WAITED ? fact.kind().name() : fact.key();
        if (told.first(call, what)) {
            records.keep(call, fact, What.STORY);
        }
    }
}
