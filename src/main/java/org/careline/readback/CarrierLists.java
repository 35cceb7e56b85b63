package org.careline.readback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.carrier.PhoneCall;
import org.careline.carrier.VoiceRecording;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.recording.FinishedRecording;

/**
 * The carrier's lists as the inbox would have been told them by webhooks. Legs are none of its business; nor is whatever
 * happened so late that its webhook may still be under way. Pure.
 *
 * @param calls inbound calls by their source
 * @param recordings finished recordings by their call's source
 */
record CarrierLists(Map<SourceId, PhoneCall> calls, Map<SourceId, List<VoiceRecording>> recordings) {

    /** @param until what happened later is left for the next look */
    static CarrierLists of(List<PhoneCall> calls, List<VoiceRecording> recordings, Instant until) {
        return new CarrierLists(
                calls.stream()
                        .filter(call -> call.inbound() && !call.beganAt().isAfter(until))
                        .collect(toMap(call -> source(call.sid()), call -> call, (first, again) -> first)),
                recordings.stream()
                        .filter(recording ->
                                recording.finished() && !recording.madeAt().isAfter(until))
                        .collect(groupingBy(recording -> source(recording.call()))));
    }

    private static SourceId source(String sid) {
        return SourceId.of(Channel.CALL, sid);
    }

    /** All that is told of, the oldest call first: whoever called twice became a lead by the first call. */
    Set<SourceId> sources() {
        Set<SourceId> all = new LinkedHashSet<>();
        calls.values().stream()
                .sorted(Comparator.comparing(PhoneCall::beganAt).thenComparing(PhoneCall::sid))
                .forEach(call -> all.add(source(call.sid())));
        all.addAll(recordings.keySet());
        return all;
    }

    Optional<PhoneCall> call(SourceId source) {
        return Optional.ofNullable(calls.get(source));
    }

    /** The call as its webhook tells it; the list knows its beginning to the second. */
    static Inquiry inquiry(PhoneCall call, Map<String, String> attribution) {
        CallerIdentity caller = CallerIdentity.of(call.from());
        return new Inquiry(
                source(call.sid()),
                call.beganAt(),
                caller instanceof Known known ? Sender.caller(known.number()) : Sender.WITHHELD,
                InquiryDetails.byCall(call.to()),
                attribution,
                null);
    }

    /** The recordings of these calls, to be fetched. */
    List<FinishedRecording> finished(Set<SourceId> sources) {
        return sources.stream()
                .flatMap(source -> recordings.getOrDefault(source, List.of()).stream())
                .flatMap(recording -> RecordingFacts.finished(recording).stream())
                .toList();
    }

    /** What is known of a call beside itself: its end, and what was recorded of it. */
    List<Fact> facts(SourceId source, Instant until) {
        List<Fact> facts = new ArrayList<>();
        recordings.getOrDefault(source, List.of()).stream()
                .flatMap(recording -> RecordingFacts.all(recording).stream())
                .forEach(facts::add);
        call(source).flatMap(call -> ended(call, until)).ifPresent(facts::add);
        return facts;
    }

    private static Optional<Fact> ended(PhoneCall call, Instant until) {
        Map<String, String> duration = Optional.ofNullable(call.seconds())
                .map(seconds -> Map.of("duration", seconds))
                .orElse(Map.of());
        return call.end()
                .filter(end -> !end.isAfter(until))
                .map(end -> new Fact(Kind.CALL_STATUS, call.status(), end, duration));
    }
}
