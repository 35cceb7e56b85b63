package org.careline.routing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.routing.CallExamples.Example;
import org.careline.routing.CallExamples.Voicemail;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Roster;

/** Plays the examples of the rules of calls through the planner that real calls go through. Pure. */
public final class RoutingCheck {

    private final RingPlanner planner;
    private final Roster roster;
    private final ClinicNumbers numbers;
    private final ZoneId zone;

    /** @param zone the clinic's */
    public RoutingCheck(RingPlanner planner, Roster roster, ClinicNumbers numbers, ZoneId zone) {
        this.planner = planner;
        this.roster = roster;
        this.numbers = numbers;
        this.zone = zone;
    }

    /**
     * What came of an example.
     *
     * @param name what the example shows
     * @param found what the rules come to, or what is wrong with the example itself
     * @param expected what the example says
     * @param explained the plan's own sentence; empty if the example cannot be played
     */
    public record Checked(String name, String found, String expected, String explained) {

        public boolean holds() {
            return found.equals(expected);
        }
    }

    public List<Checked> check(CallExamples examples) {
        return examples.examples().stream().map(this::check).toList();
    }

    private Checked check(Example example) {
        String wrong = wrong(example);
        if (!wrong.isEmpty()) {
            return new Checked(example.name(), wrong, example.expected(), "");
        }
        Instant now = example.time().orElseThrow().atZone(zone).toInstant();
        RingPlan plan = planner.plan(caller(example), staffing(example, now), now);
        return new Checked(example.name(), found(plan), example.expected(), plan.sentence());
    }

    private String wrong(Example example) {
        Set<String> known = roster.coordinators().stream().map(Coordinator::id).collect(Collectors.toSet());
        Stream<String> named = Stream.of(
                        example.away().stream(),
                        example.talking().stream(),
                        example.rings().stream(),
                        Stream.ofNullable(example.owner()))
                .flatMap(names -> names);
        String strangers =
                named.filter(name -> !known.contains(name)).distinct().collect(Collectors.joining(", "));
        if (!strangers.isEmpty()) {
            return "no coordinator called " + strangers;
        }
        if (example.dialled() != null && numbers.dialled(example.dialled()).isEmpty()) {
            return "a number that is not in numbers.yaml";
        }
        return example.time().isEmpty()
                ? "no such date"
                : example.rings().isEmpty() == (example.voicemail() == null) ? "not one of rings and voicemail" : "";
    }

    private KnownCaller caller(Example example) {
        String owner = example.owner();
        Set<String> skills = Stream.ofNullable(example.dialled())
                .flatMap(dialled -> numbers.dialled(dialled).stream())
                .findFirst()
                .or(() -> numbers.numbers().stream().findFirst())
                .map(ClinicNumber::skills)
                .orElse(Set.of());
        Optional<Language> language = Optional.ofNullable(example.language()).flatMap(Language::parse);
        return new KnownCaller(owner == null ? null : new CoordinatorId(owner), language.orElse(null), skills);
    }

    private static Staffing staffing(Example example, Instant now) {
        Map<CoordinatorId, Presence> presence = new HashMap<>();
        example.away().stream().map(CoordinatorId::new).forEach(id -> presence.put(id, Presence.away(id, now)));
        Set<CoordinatorId> talking = new HashSet<>();
        example.talking().forEach(name -> talking.add(new CoordinatorId(name)));
        return new Staffing(presence, List.of(), new PhoneActivity(talking, Map.of(), Map.of()));
    }

    private static String found(RingPlan plan) {
        List<String> rung =
                plan.rings().stream().map(ring -> ring.coordinator().value()).toList();
        return rung.isEmpty() ? "voicemail " + voicemail(plan.opening()) : "rings " + String.join(", ", rung);
    }

    private static Voicemail voicemail(Opening opening) {
        return switch (opening.state()) {
            case OPEN -> Voicemail.NOBODY;
            case CLOSED -> Voicemail.CLOSED;
            case HOLIDAY -> Voicemail.HOLIDAY;
        };
    }
}
