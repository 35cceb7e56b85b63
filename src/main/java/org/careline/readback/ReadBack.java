package org.careline.readback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.carrier.Answer;
import org.careline.carrier.Answer.NotSent;
import org.careline.carrier.Answer.Refused;
import org.careline.carrier.Carrier;
import org.careline.carrier.PhoneCall;
import org.careline.carrier.VoiceRecording;
import org.careline.inbox.Acceptance.NoRoom;
import org.careline.inbox.CallFacts;
import org.careline.inbox.CallFacts.KnownCall;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.node.EnumCounter;
import org.careline.readback.ReadBackResult.Failure;
import org.careline.readback.ReadBackResult.Looked;
import org.careline.recording.FinishedRecordings;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.store.StoreUnavailable;
import org.careline.waiting.LineRules;
import org.careline.waiting.Talk;
import org.careline.waiting.WaitingLine;
import org.springframework.stereotype.Component;

/**
 * Gives the inbox what its webhooks should have told it and did not: Twilio tries a callback for 15 seconds at most, so that
 * every longer silence of ours loses some. Each look asks for what the carrier's lists have since the last complete one, and
 * for as long before it as a call can last; the first look of a process goes back {@link #AT_START}. Everything given may be
 * given twice, by this node and by others: a source and a fact are stored once.
 */
@Component
final class ReadBack {

    /** Longer than a long weekend on which nobody sees that the application is gone. */
    static final Duration AT_START = Duration.ofDays(7);

    /** What is younger than this may still be told by its webhook. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private final Carrier carrier;
    private final CallFacts known;
    private final InquiryInbox inbox;
    private final FinishedRecordings recordings;
    private final WaitingLine line;
    private final ClinicNumbers numbers;
    /** Whoever talks. */
    private final Duration longestCall;

    private final Clock clock;
    private final EnumCounter<What> tally;
    private Instant complete;

    /** What was brought back; the label of the counter. */
    enum What {
        CALL,
        END,
        TALK,
        VOICEMAIL,
        RECORDING
    }

    ReadBack(
            Carrier carrier,
            CallFacts known,
            InquiryInbox inbox,
            FinishedRecordings recordings,
            WaitingLine line,
            ClinicNumbers numbers,
            LineRules rules,
            Clock clock,
            MeterRegistry meters) {
        this.carrier = carrier;
        this.known = known;
        this.inbox = inbox;
        this.recordings = recordings;
        this.line = line;
        this.numbers = numbers;
        this.longestCall = Inquiry.LONGEST_CALL.plus(rules.longestTalk());
        this.clock = clock;
        this.complete = clock.instant().minus(AT_START);
        this.tally = new EnumCounter<>(
                meters, "careline.reconciled", "What webhooks did not tell and lists did", "what", What.values());
    }

    /** Looks once. Not to be called by two threads at a time. */
    ReadBackResult look() {
        Instant now = clock.instant();
        Instant since = complete.minus(longestCall).minus(GRACE);
        Answer<List<PhoneCall>> calls = carrier.callsSince(since);
        if (!(calls instanceof Answer.Done<List<PhoneCall>> listed)) {
            return failed(calls);
        }
        Answer<List<VoiceRecording>> recordings = carrier.recordingsSince(since);
        if (!(recordings instanceof Answer.Done<List<VoiceRecording>> recorded)) {
            return failed(recordings);
        }
        Instant until = now.minus(GRACE);
        ReadBackResult given = give(listed.value(), recorded.value(), since, until);
        if (given instanceof Looked) {
            complete = now;
        }
        return given;
    }

    private static ReadBackResult failed(Answer<?> answer) {
        if (answer instanceof NotSent) {
            return new ReadBackResult.Rehearsal();
        }
        return new ReadBackResult.Failed(answer instanceof Refused ? Failure.REFUSED : Failure.NO_ANSWER);
    }

    private ReadBackResult give(List<PhoneCall> calls, List<VoiceRecording> recorded, Instant since, Instant until) {
        try {
            List<Talk> talks = line.talksSince(since);
            CarrierLists lists = CarrierLists.of(calls, ofCallers(recorded, talks), until);
            Map<SourceId, List<Fact>> told = talks.stream()
                    .filter(talk -> !talk.over().isAfter(until))
                    .collect(groupingBy(talk -> talk.with().source(), mapping(Talk::fact, toList())));
            Set<SourceId> sources = new LinkedHashSet<>(lists.sources());
            sources.addAll(told.keySet());
            Map<SourceId, KnownCall> before = known.find(sources);
            boolean room = sources.stream()
                    .allMatch(source -> give(
                            source,
                            lists,
                            told.getOrDefault(source, List.of()),
                            before.getOrDefault(source, KnownCall.NOTHING),
                            until));
            recordings.take(lists.finished(ours(lists, before)));
            return room ? new Looked() : new ReadBackResult.Failed(Failure.NO_ROOM);
        } catch (StoreUnavailable away) {
            return new ReadBackResult.Failed(Failure.STORE);
        }
    }

    /** Talks out of the waiting line are listed under the leg of whoever accepted. */
    private static List<VoiceRecording> ofCallers(List<VoiceRecording> recorded, List<Talk> talks) {
        Map<String, String> callers = new HashMap<>();
        talks.forEach(
                talk -> talk.leg().ifPresent(leg -> callers.put(leg, talk.with().call())));
        return recorded.stream()
                .map(one -> one.ofCall(callers.getOrDefault(one.call(), one.call())))
                .toList();
    }

    /** The account may have calls that are none of ours; their recordings are left alone. */
    private Set<SourceId> ours(CarrierLists lists, Map<SourceId, KnownCall> before) {
        return lists.sources().stream()
                .filter(source -> before.getOrDefault(source, KnownCall.NOTHING).accepted()
                        || lists.call(source).flatMap(this::dialled).isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<ClinicNumber> dialled(PhoneCall call) {
        return numbers.dialled(call.to());
    }

    /** @return whether the inbox had room for all that it lacked */
    private boolean give(SourceId source, CarrierLists lists, List<Fact> told, KnownCall before, Instant until) {
        Optional<PhoneCall> call = lists.call(source).filter(one -> dialled(one).isPresent());
        if (!before.accepted() && call.isEmpty()) {
            return true;
        }
        boolean room = before.accepted() || call.filter(this::accepted).isPresent();
        return room
                && Stream.concat(lists.facts(source, until).stream(), told.stream())
                        .filter(fact -> !before.has(fact))
                        .allMatch(fact -> amended(source, fact));
    }

    private boolean accepted(PhoneCall call) {
        Map<String, String> attribution =
                dialled(call).map(ClinicNumber::attribution).orElse(Map.of());
        if (inbox.accept(CarrierLists.inquiry(call, attribution)) instanceof NoRoom) {
            return false;
        }
        tally.count(What.CALL);
        return true;
    }

    private boolean amended(SourceId source, Fact fact) {
        boolean taken = inbox.amend(source, fact);
        if (taken) {
            tally.count(what(fact));
        }
        return taken;
    }

    private static What what(Fact fact) {
        return switch (fact.kind()) {
            case VOICEMAIL -> What.VOICEMAIL;
            case RECORDING -> What.RECORDING;
            case TALKED -> What.TALK;
            default -> What.END;
        };
    }
}
