package org.careline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.ActId;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.Kind;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.safety.CrisisLines;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.store.GuardedStore;
import org.springframework.stereotype.Component;

/** Says why somebody fears for a person's safety: what happened, and when by the clinic's clock. Nothing of what was said. */
@Component
class DangerTold {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.ENGLISH);

    private final GuardedStore<SourceId, Touch> touches;
    private final GuardedStore<ActId, CoordinatorAct> acts;
    private final Roster roster;
    private final OpeningHours hours;
    private final CrisisLines crisis;
    private final Clock clock;

    DangerTold(
            GuardedStore<SourceId, Touch> touches,
            GuardedStore<ActId, CoordinatorAct> acts,
            Roster roster,
            OpeningHours hours,
            CrisisLines crisis,
            Clock clock) {
        this.touches = touches;
        this.acts = acts;
        this.roster = roster;
        this.hours = hours;
        this.crisis = crisis;
        this.clock = clock;
    }

    /** What the sentences need beside the leads. */
    private record Known(Map<SourceId, Touch> touches, Map<ActId, CoordinatorAct> acts) {}

    /** Of each lead that is held for safety, one sentence for each cause, the earliest first and none twice; others are missing. */
    Map<LeadId, List<String>> of(Collection<Lead> leads) {
        List<Lead> held =
                leads.stream().filter(lead -> lead.work().safetyHold()).toList();
        if (held.isEmpty()) {
            return Map.of();
        }
        Known known = new Known(
                touches.find(sources(held, Kind.CRISIS_LINE).map(SourceId::new).collect(Collectors.toSet())),
                acts.find(sources(held, Kind.COORDINATOR).map(ActId::new).collect(Collectors.toSet())));
        Map<LeadId, List<String>> told = new HashMap<>();
        held.forEach(lead -> told.put(
                lead.id(),
                lead.work().safety().pending().stream()
                        .map(cause -> sentence(cause, known))
                        .distinct()
                        .toList()));
        return told;
    }

    private static Stream<String> sources(List<Lead> held, Kind kind) {
        return held.stream()
                .flatMap(lead -> lead.work().safety().pending().stream())
                .filter(cause -> cause.kind() == kind)
                .map(Cause::source);
    }

    private String sentence(Cause cause, Known known) {
        String at = when(cause.at());
        return switch (cause.kind()) {
            case CRISIS_LINE -> "Asked for the crisis line at " + at + ", " + put(known, cause) + ".";
            case WORDS -> "Wrote words of danger at " + at + ".";
            case TRANSCRIPT -> "A voicemail has words of danger, " + at + ".";
            case QUIZ -> "An answer in the quiz tells of danger, " + at + ".";
            case COORDINATOR -> who(known, cause) + " fears for their safety, " + at + ".";
            case UNRECORDED -> "Held for safety since before " + at + "; an earlier version kept no reason.";
        };
    }

    /** What came of the wish for the crisis line. */
    private String put(Known known, Cause cause) {
        List<Fact> facts = Optional.ofNullable(known.touches().get(new SourceId(cause.source()))).stream()
                .flatMap(touch -> touch.facts().stream())
                .filter(fact -> fact.kind() == Fact.Kind.CRISIS)
                .toList();
        return find(facts, fact -> fact.status().equals(Fact.CONNECTED))
                .map(this::talked)
                .or(() -> find(facts, fact -> fact.status().equals(Fact.NOT_CONNECTED))
                        .map(any -> crisis.line() + " did not answer"))
                .orElse("not known yet whether " + crisis.line() + " answered");
    }

    private String talked(Fact connected) {
        return connected
                .crisisTalk()
                .map(length -> "talked with " + crisis.line() + " for " + inWords(length))
                .orElse(crisis.line() + " answered");
    }

    private static String inWords(Duration length) {
        return length.toSeconds() < 60 ? length.toSeconds() + " s" : length.toMinutes() + " min";
    }

    private static Optional<Fact> find(List<Fact> facts, Predicate<Fact> which) {
        return facts.stream().filter(which).findFirst();
    }

    private String who(Known known, Cause cause) {
        return Optional.ofNullable(known.acts().get(new ActId(cause.source())))
                .flatMap(act -> roster.find(act.by()))
                .map(Coordinator::name)
                .orElse("A coordinator");
    }

    private String when(Instant at) {
        ZonedDateTime then = at.atZone(hours.zone());
        boolean today =
                then.toLocalDate().equals(clock.instant().atZone(hours.zone()).toLocalDate());
        return (today ? TODAY : BEFORE).format(then);
    }

    /** Who took them, as a sentence; empty if nobody did. */
    String taken(Lead lead) {
        return lead.takenBy()
                .flatMap(roster::find)
                .map(who -> who.name() + " has taken them.")
                .orElse("");
    }
}
