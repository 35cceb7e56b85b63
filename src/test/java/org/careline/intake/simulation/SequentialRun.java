package org.careline.intake.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.inbox.Arrivals;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.Plant;
import org.careline.lead.DueItem;
import org.careline.lead.Lead;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;

/** The same inquiries, one after the other, with one worker and no bad luck: what every other order must equal. */
final class SequentialRun {

    private SequentialRun() {}

    /** What may not depend on the order. Which lead won a merge may, and so may explanations. */
    private record Essence(
            Set<SourceId> touches,
            boolean open,
            Instant firstInbound,
            Instant lastInbound,
            Set<String> due,
            boolean held) {}

    static void mustEqual(SimulatedClinic clinic) {
        SimulatedClinic calm = new SimulatedClinic(new Stage(0, false), 1, Plant.NONE);
        calm.clock.reach(clinic.clock.instant());
        Stream<StoredInquiry> messages = clinic.inquiries.all().stream()
                .filter(stored -> stored.inquiry().isPresent())
                .sorted(Comparator.comparing((StoredInquiry stored) ->
                                stored.inquiry().orElseThrow().at())
                        .thenComparing(StoredInquiry::id));
        messages.forEach(message -> process(message, calm));
        Set<Essence> expected = essence(calm);
        Set<Essence> found = essence(clinic);
        Violation.unless(
                expected.equals(found), "the same as the sequential run", "expected " + expected + " found " + found);
    }

    private static void process(StoredInquiry message, SimulatedClinic calm) {
        calm.inquiries.write(List.of(Arrivals.again(message, calm.clock.instant())));
        while (calm.inquiries.anyDue(calm.clock.instant())) {
            calm.nodes.get(0).work();
        }
    }

    private static Set<Essence> essence(SimulatedClinic clinic) {
        return clinic.living().stream().map(lead -> essence(lead, clinic)).collect(Collectors.toSet());
    }

    private static Essence essence(Lead lead, SimulatedClinic clinic) {
        Set<SourceId> touches = new TreeSet<>();
        for (Touch touch : clinic.touches.all()) {
            if (clinic.root(touch.leadId()).filter(lead::equals).isPresent()) {
                touches.add(touch.id());
            }
        }
        Set<String> due = new HashSet<>();
        for (DueItem item : lead.due()) {
            due.add(item.what() + " " + item.dueAt());
        }
        return new Essence(
                touches,
                lead.open(),
                lead.times().firstInboundAt(),
                lead.times().lastInboundAt(),
                due,
                lead.work().safetyHold());
    }
}
