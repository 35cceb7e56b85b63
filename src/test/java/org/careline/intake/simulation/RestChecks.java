package org.careline.intake.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Progress;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.simulation.Ledger.Acknowledged;
import org.careline.intake.simulation.Ledger.Heard;
import org.careline.lead.Action;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Fact;
import org.careline.lead.Lane;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;

/** What must hold when everything has come to rest, whatever happened on the way. */
final class RestChecks {

    private final SimulatedClinic clinic;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final Map<LeadId, List<Touch>> touches;

    private RestChecks(SimulatedClinic clinic) {
        this.clinic = clinic;
        this.touches = clinic.touches.all().stream().collect(Collectors.groupingBy(this::livingLeadOf));
    }

    private LeadId livingLeadOf(Touch touch) {
        return clinic.root(touch.leadId())
                .map(Lead::id)
                .orElseThrow(() -> new Violation("a touch is on a living lead", touch.toString()));
    }

    /**
     * @param sequentialToo whether this history may be compared with the sequential run
     * @return what was met
     */
    static Set<Mark> of(SimulatedClinic clinic, boolean sequentialToo) {
        RestChecks checks = new RestChecks(clinic);
        checks.promisesAreKept();
        clinic.inquiries.all().forEach(checks::inquiryRests);
        clinic.leads.all().forEach(checks::leadIsWhole);
        clinic.living().forEach(checks::historyIsThatOfItsTouches);
        checks.onePersonHasOneOpenLead();
        clinic.assignment.checkAtRest();
        checks.actsAreKept();
        if (sequentialToo && checks.namesNeverConflict(clinic.living())) {
            SequentialRun.mustEqual(clinic);
            checks.marks.add(Mark.SAME_AS_THE_SEQUENTIAL_RUN);
        }
        if (clinic.assignment.tookBack()) {
            checks.marks.add(Mark.CHARGE_TAKEN_BACK);
        }
        if (clinic.ledger.journalStoodIn()) {
            checks.marks.add(Mark.ACCEPTED_BY_THE_JOURNAL);
        }
        if (clinic.weather.answersLost() > 0) {
            checks.marks.add(Mark.ANSWER_LOST);
        }
        return checks.marks;
    }

    private void promisesAreKept() {
        for (Acknowledged promised : clinic.ledger.messages()) {
            SourceId variant = promised.id().variant(promised.contentHash().substring(0, 12));
            boolean found = Stream.of(promised.id(), variant)
                    .flatMap(id -> Stream.ofNullable(clinic.inquiries.now(id)))
                    .anyMatch(stored -> stored.contentHash().equals(promised.contentHash()));
            Violation.unless(found, "P2 acknowledged means durable", promised);
        }
        for (Heard heard : clinic.ledger.facts()) {
            StoredInquiry stored = clinic.inquiries.now(heard.id());
            boolean known = stored != null
                    && stored.facts().stream().anyMatch(fact -> fact.key().equals(heard.fact()));
            Violation.unless(known, "P2 an acknowledged fact is kept", heard);
        }
    }

    private void actsAreKept() {
        for (CoordinatorAct act : clinic.ledger.acts()) {
            Violation.unless(clinic.assignment.knows(act), "what a coordinator did is kept", act);
        }
    }

    private void inquiryRests(StoredInquiry stored) {
        Touch touch = clinic.touches.now(stored.id());
        switch (stored.progress()) {
            case WAITING, LIVE -> throw new Violation("nothing is stuck", stored.toString());
            case EARLY -> Violation.unless(stored.inquiry().isEmpty(), "an early document has no message", stored);
            case REFUSED, SUSPECT, UNPLACED, PARKED ->
                Violation.unless(touch == null, "what rests is no touch", stored);
            case DONE -> isWhole(stored, touch);
        }
        boolean waits = stored.progress() == Progress.SUSPECT || stored.progress() == Progress.PARKED;
        Violation.unless(
                !waits
                        || stored.inquiry()
                                .filter(inquiry -> message(inquiry).contains("die"))
                                .isEmpty(),
                "P5 words of danger do not wait for a look",
                stored);
        if (stored.progress() == Progress.UNPLACED) {
            Violation.unless(
                    stored.facts().stream().noneMatch(fact -> fact.kind() == Fact.Kind.VOICEMAIL),
                    "a withheld caller with a voicemail is a lead",
                    stored);
            marks.add(Mark.WITHHELD_UNPLACED);
        }
    }

    private void isWhole(StoredInquiry stored, @org.jspecify.annotations.Nullable Touch touch) {
        if (touch == null || stored.inquiry().isEmpty()) {
            throw new Violation("P1 done means one touch", stored.toString());
        }
        Set<String> told = stored.facts().stream().map(Fact::key).collect(Collectors.toSet());
        Set<String> onTouch = touch.facts().stream().map(Fact::key).collect(Collectors.toSet());
        Violation.unless(onTouch.equals(told), "facts are on their touch", stored + " has " + touch);
        Set<ContactPoint> points = stored.points();
        if (!points.isEmpty() && stored.inquiry().get().sender().points().isEmpty()) {
            marks.add(Mark.WITHHELD_WITH_NUMBER);
        }
        if (points.isEmpty()) {
            marks.add(Mark.WITHHELD_WITH_VOICEMAIL);
        }
        LeadId living = livingLeadOf(touch);
        for (ContactPoint known : points) {
            var point = clinic.points.now(known.key());
            boolean leads = point != null
                    && point.leads().stream()
                            .flatMap(id -> clinic.root(id).stream())
                            .anyMatch(root -> root.id().equals(living));
            Violation.unless(leads, "a contact point finds the lead", point + " and " + touch);
        }
    }

    private static Instant latest(Touch touch) {
        return Stream.concat(
                        Stream.of(touch.at()),
                        Stream.of(
                                        earliest(touch, fact -> fact.kind() == Fact.Kind.CRISIS),
                                        earliest(touch, RestChecks::tellsOfDanger))
                                .flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .orElse(touch.at());
    }

    private static Optional<Instant> earliest(Touch touch, Predicate<Fact> kind) {
        return touch.facts().stream().filter(kind).map(Fact::at).min(Comparator.naturalOrder());
    }

    /** As {@link Happenings} draws it: told without asking the list of phrases. */
    private static boolean tellsOfDanger(Fact fact) {
        return fact.heard().filter(said -> said.contains("die")).isPresent();
    }

    private static String message(Inquiry inquiry) {
        String message = inquiry.details().message();
        return message == null ? "" : message.replace("morir", "die");
    }

    private static boolean inDanger(Touch touch) {
        String message = touch.message() == null ? "" : touch.message();
        return message.contains("die")
                || message.contains("morir")
                || touch.facts().stream().anyMatch(fact -> fact.kind() == Fact.Kind.CRISIS || tellsOfDanger(fact));
    }

    /** Until a person ends it, whatever was closed meanwhile. */
    private void crisisIsHeld(Lead lead) {
        for (Touch touch : touches.getOrDefault(lead.id(), List.of())) {
            boolean known = lead.work().safety().causes().stream()
                    .anyMatch(cause -> cause.source().equals(touch.id().value()));
            Violation.unless(!inDanger(touch) || known, "P5 the lead knows who may be in danger", lead);
        }
        if (lead.work().safetyHold()) {
            marks.add(Mark.CRISIS_HELD);
            NextAction next = lead.next();
            Violation.unless(
                    lead.open() && next != null && next.lane() == Lane.SAFETY,
                    "whoever asked for the crisis line is held",
                    lead);
            Violation.unless(lead.owner() != null, "whoever is in danger has an owner", lead);
        }
    }

    private void leadIsWhole(Lead lead) {
        Violation.unless(
                clinic.touches.all().stream().anyMatch(touch -> touch.leadId().equals(lead.id())),
                "no lead without a touch",
                lead);
        Lead root = clinic.root(lead.id())
                .orElseThrow(() -> new Violation("a merged lead has a living one", lead.toString()));
        if (lead.merged()) {
            Violation.unless(root.merge().members().contains(lead.id()), "no half merge is left", lead);
            Violation.unless(!root.merge().apart().contains(lead.id()), "nobody is left leaving", lead);
        } else {
            Set<LeadId> merged = clinic.leads.all().stream()
                    .filter(Lead::merged)
                    .filter(other ->
                            clinic.root(other.id()).filter(lead::equals).isPresent())
                    .map(Lead::id)
                    .collect(Collectors.toSet());
            Violation.unless(merged.equals(lead.merge().members()), "members are the merged leads", lead);
        }
        Violation.unless(
                lead.due().stream().noneMatch(item -> item.what() == Action.ON_CALL),
                "nobody is on the line any more",
                lead);
        Violation.unless(namesNeverConflict(List.of(lead)), "no conflicting names in one lead", lead);
    }

    private void historyIsThatOfItsTouches(Lead lead) {
        crisisIsHeld(lead);
        List<Touch> own = touches.getOrDefault(lead.id(), List.of());
        Violation.unless(
                own.stream()
                                .allMatch(touch ->
                                        !latest(touch).isAfter(lead.times().lastInboundAt()))
                        && own.stream()
                                .anyMatch(touch ->
                                        latest(touch).equals(lead.times().lastInboundAt())),
                "last inbound is the latest touch",
                lead);
        Violation.unless(
                own.stream().allMatch(touch -> !touch.at().isBefore(lead.times().firstInboundAt()))
                        && own.stream()
                                .anyMatch(
                                        touch -> touch.at().equals(lead.times().firstInboundAt())),
                "first inbound is the earliest touch",
                lead);
    }

    private void onePersonHasOneOpenLead() {
        for (List<Lead> known : connected(clinic.living(), this::meetAnywhere)) {
            boolean setApart =
                    known.stream().anyMatch(lead -> !lead.merge().apart().isEmpty());
            boolean onePerson = !setApart && namesNeverConflict(known);
            List<Lead> open = known.stream().filter(Lead::open).toList();
            for (List<Lead> reachable : connected(open, RestChecks::sharePoint)) {
                Violation.unless(reachable.size() == 1 || !onePerson, "P1 one person, one open lead", reachable);
            }
        }
    }

    /** Leads that share contact points, directly or through others. */
    private static List<List<Lead>> connected(Collection<Lead> leads, BiPredicate<Lead, Lead> linked) {
        List<List<Lead>> groups = new ArrayList<>();
        for (Lead lead : leads) {
            List<Lead> joined = new ArrayList<>(List.of(lead));
            groups.removeIf(
                    group -> group.stream().anyMatch(other -> linked.test(lead, other)) && joined.addAll(group));
            groups.add(joined);
        }
        return groups;
    }

    private static boolean sharePoint(Lead one, Lead other) {
        return one.person().points().stream().anyMatch(other.person().points()::contains);
    }

    /** Also by a point that only an unconfirmed touch brought to one of them: whose it is, nobody can tell. */
    private boolean meetAnywhere(Lead one, Lead other) {
        return sharePoint(one, other)
                || clinic.points.all().stream()
                        .map(point -> point.leads().stream()
                                .flatMap(id -> clinic.root(id).stream())
                                .map(Lead::id)
                                .collect(Collectors.toSet()))
                        .anyMatch(met -> met.contains(one.id()) && met.contains(other.id()));
    }

    /** By the leads and by their touches. */
    private boolean namesNeverConflict(Collection<Lead> leads) {
        Set<org.careline.contact.PersonName> names = new HashSet<>();
        for (Lead lead : leads) {
            names.addAll(lead.person().names());
            touches.getOrDefault(lead.id(), List.of()).forEach(touch -> {
                if (touch.name() != null) {
                    names.add(touch.name());
                }
            });
        }
        return names.stream().allMatch(one -> names.stream().allMatch(one::fits));
    }
}
