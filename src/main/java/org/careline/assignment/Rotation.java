package org.careline.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.lead.Assignment;
import org.careline.lead.Assignment.How;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.UnassignedReason;
import org.careline.staff.CoordinatorId;

/**
 * All coordinators as they stand at one time, and the rule by which a lead goes to one of them. Pure: each decision also
 * gives the rotation as it is afterwards, so that several are decided one after the other in memory.
 */
public final class Rotation {

    private static final String VERSION = "2";

    private final List<Candidate> members;
    private final Instant now;
    private final long time;

    Rotation(List<Candidate> members, Instant now) {
        this.members = List.copyOf(members);
        this.now = now;
        this.time = time(members);
    }

    /** The mean of the passes of those who work, by weight. */
    private static long time(List<Candidate> members) {
        long weights = 0;
        long passes = 0;
        for (Candidate member : members) {
            int weight = member.inRotation() ? member.who().weight() : 0;
            weights += weight;
            passes += weight * member.load().pass();
        }
        return weights == 0 ? 0 : Math.floorDiv(passes, weights);
    }

    /**
     * What was decided for one lead.
     *
     * @param grant empty if nobody can get it
     * @param after the rotation with that lead given
     */
    public record Decided(Assignment assignment, Optional<Grant> grant, Rotation after) {}

    /**
     * Decides who gets a lead. Whoever owned it before comes first; then those who are owed a lead, the one whose next is due
     * first; then the least load, the longest time since the last lead, and the order of the file.
     */
    Decided decide(AssignmentRequest request) {
        return request.safety() ? decideForSafety(request) : decideOrdinarily(request);
    }

    /**
     * Decides anew about a lead if that is needed: nobody owns it, or somebody fears for the person's safety and whoever owns it
     * cannot look after them now. Empty if it stays as it is.
     */
    public Optional<Decided> decideIfNeeded(Lead lead) {
        boolean stays =
                lead.ownership().coordinator().isPresent() && (!lead.work().safetyHold() || looksAfter(lead));
        return stays ? Optional.empty() : Optional.of(decide(AssignmentRequest.of(lead)));
    }

    /**
     * Whoever took somebody in danger by hand keeps them, unless somebody is here who speaks the language and they do not.
     * Otherwise whoever owns them keeps them while nobody who is here could look after them better; with nobody here, while they
     * are on call.
     */
    private boolean looksAfter(Lead lead) {
        Language language = lead.person().language();
        Optional<Candidate> owner = Optional.ofNullable(lead.owner()).flatMap(this::member);
        boolean taken = lead.takenBy()
                .filter(by -> owner.isPresent() && lead.ownership().isWith(by))
                .isPresent();
        int unfitness = owner.filter(
                        member -> taken || member.excludedFromSafety().isEmpty())
                .map(member -> taken ? member.unfitnessOnceTaken(language) : member.unfitness(language))
                .orElse(Integer.MAX_VALUE);
        boolean onCall = owner.filter(member -> member.onCall() > 0).isPresent();
        return here().mapToInt(member -> member.unfitness(language))
                .boxed()
                .min(Comparator.naturalOrder())
                .map(best -> unfitness <= best)
                .orElse(taken || onCall);
    }

    private Stream<Candidate> here() {
        return members.stream().filter(member -> member.excludedFromSafety().isEmpty());
    }

    /**
     * Somebody in danger has an owner at once, above all limits: one who is here before one who pauses, then one who speaks the
     * language; among equals whoever owned the lead before, then as the rotation has it. With nobody on shift it is the first
     * of those on call.
     */
    private Decided decideForSafety(AssignmentRequest request) {
        Optional<Candidate> here = here().min(
                        Comparator.comparingInt((Candidate member) -> member.unfitness(request.language()))
                                .thenComparing(member -> !member.who().key().equals(request.before()))
                                .thenComparing(byTurn()));
        if (here.isPresent()) {
            String words = ": above limits, for safety; first among " + shown(request) + ".";
            return to(here.get(), request, How.SAFETY, "safety", words);
        }
        return members.stream()
                .filter(member -> member.onCall() > 0)
                .min(Comparator.comparingInt(Candidate::onCall))
                .map(member -> to(
                        member,
                        request,
                        How.SAFETY,
                        "safety-on-call",
                        ": for safety, first of those on call; on shift is nobody among " + shown(request) + "."))
                .orElseGet(() -> toNobody(request));
    }

    private Decided decideOrdinarily(AssignmentRequest request) {
        List<Candidate> eligible = members.stream()
                .filter(member -> excluded(member, request).isEmpty())
                .toList();
        Optional<Candidate> before = eligible.stream()
                .filter(member -> member.who().key().equals(request.before()))
                .findFirst();
        Optional<Candidate> chosen = before.or(() -> eligible.stream().min(byTurn()));
        return chosen.map(member -> byRule(member, request, before.isPresent())).orElseGet(() -> toNobody(request));
    }

    private Comparator<Candidate> byTurn() {
        return Comparator.comparing((Candidate member) -> member.pass(time) > time)
                .thenComparingLong(member -> member.deadline(time))
                .thenComparingInt(member -> member.load().held().size())
                .thenComparing(
                        member -> Optional.ofNullable(member.load().lastAt()).orElse(Instant.MIN));
    }

    /** What a claim of this coordinator is: the rules have no say, but it counts like any other lead. Empty if unknown. */
    Optional<Decided> claimed(AssignmentRequest request, CoordinatorId by) {
        return member(by).map(member -> to(member, request, How.CLAIM, "claim", " took the lead."));
    }

    /**
     * Whoever took the person's call gets the lead: they are the one whom that person knows. Neither capacity nor burst limit
     * stands in the way, but it counts like any other lead. Empty if the coordinator is unknown.
     */
    public Optional<Decided> answered(AssignmentRequest request, CoordinatorId by) {
        return member(by).map(member -> to(member, request, How.ANSWER, "answered", " took the call."));
    }

    private Decided byRule(Candidate member, AssignmentRequest request, boolean before) {
        String words = (before ? ": owned the lead before among " : ": next in the rotation among ") + shown(request)
                + "." + departed(request);
        return to(member, request, How.RULE, before ? "owner-before" : "rotation", words);
    }

    /** @param words what is said after the coordinator's name */
    private Decided to(Candidate member, AssignmentRequest request, How how, String rule, String words) {
        CoordinatorId id = member.who().key();
        Grant given = new Grant(id, request.lead(), request.term(), now, member.pass(time));
        String text = member.who().name() + words;
        Assignment assignment = new Assignment(
                request.term(), id, null, how, now, because(rule, text, request, Map.of("chosen", id.value())));
        return new Decided(assignment, Optional.of(given), with(given));
    }

    private Decided toNobody(AssignmentRequest request) {
        UnassignedReason reason = members.stream()
                .flatMap(member -> excluded(member, request).stream())
                .max(Comparator.naturalOrder())
                .orElse(UnassignedReason.NOBODY_ON_SHIFT);
        String text = "Nobody can get the lead now: %s.%s".formatted(shown(request), departed(request));
        Explanation why = because("nobody-eligible", text, request, Map.of("reason", reason.name()));
        return new Decided(new Assignment(request.term(), null, reason, How.RULE, now, why), Optional.empty(), this);
    }

    private Optional<UnassignedReason> excluded(Candidate member, AssignmentRequest request) {
        return request.safety() ? member.excludedFromSafety() : member.excluded(request.language(), now);
    }

    /** Why somebody else has to be found, if the owner before is no member any more. */
    private String departed(AssignmentRequest request) {
        return Optional.ofNullable(request.before())
                .filter(before -> member(before).isEmpty())
                .map(before -> " %s, who owned it, is no longer among the coordinators.".formatted(before.value()))
                .orElse("");
    }

    private String shown(AssignmentRequest request) {
        return members.stream()
                .map(member -> member.who().name()
                        + excluded(member, request)
                                .map(reason -> " (not: " + Exclusions.of(reason) + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private Explanation because(String rule, String text, AssignmentRequest request, Map<String, String> outcome) {
        Map<String, String> evidence = new TreeMap<>(outcome);
        evidence.put("at", now.toString());
        evidence.put(
                "language",
                Optional.ofNullable(request.language()).map(Language::tag).orElse("any"));
        evidence.put("time", Long.toString(time));
        evidence.put("safety", request.safety() ? "yes" : "no");
        evidence.put(
                "before",
                Optional.ofNullable(request.before()).map(CoordinatorId::value).orElse("nobody"));
        int place = 0;
        for (Candidate member : members) {
            evidence.put(
                    "candidate-%02d-%s".formatted(++place, member.who().id()),
                    member.evidence(request.language(), time, now));
        }
        return new Explanation(Explanation.Step.ASSIGN, rule, VERSION, text, evidence);
    }

    private Rotation with(Grant given) {
        List<Candidate> later = new ArrayList<>();
        for (Candidate member : members) {
            boolean theirs = member.who().key().equals(given.to());
            later.add(member.with(
                    theirs ? member.load().given(given, member.who(), member.window()) : member.moved(time)));
        }
        return new Rotation(later, now);
    }

    /** The coordinators in the order in which the rotation would take them. */
    public List<CoordinatorId> order() {
        return members.stream()
                .sorted(byTurn())
                .map(member -> member.who().key())
                .toList();
    }

    /** The workloads of those who have come to the rotation or left it, as they are to be written. */
    List<Workload> moved() {
        return members.stream()
                .map(member -> member.moved(time))
                .filter(load -> member(load.id())
                        .filter(member -> member.load().equals(load))
                        .isEmpty())
                .toList();
    }

    Optional<Candidate> member(CoordinatorId id) {
        return members.stream().filter(member -> member.who().key().equals(id)).findFirst();
    }

    Instant now() {
        return now;
    }
}
