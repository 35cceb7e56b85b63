package org.careline.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Arrivals;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.JunkVerdict.Placeable;
import org.careline.intake.simulation.SimulatedClinic;
import org.careline.matching.LeadMatcher;

/** The flow without its framework: the same collaborators in the same order. */
public final class Worker {

    private static final int BATCH = 10;

    private final InquiryStore inquiries;
    private final Clock clock;
    private final BatchReader reader;
    private final JunkRules rules = new JunkRules(SimulatedClinic.NUMBERS);
    private final LeadMatcher matcher = new LeadMatcher();
    private final FirstCalls firstCalls = new FirstCalls(SimulatedClinic.CADENCES);
    private final TouchRecording recording = new TouchRecording();
    private final OwnerAssignment owners = new OwnerAssignment();
    private final UnaryOperator<List<StoredInquiry>> order;
    private final UnaryOperator<Decision> planted;
    private final BatchWriter writer;

    /**
     * @param order in which order it takes what is due; every order must be safe
     * @param planted what is done to a decision before it is written; nothing, unless a fault is planted
     */
    Worker(
            IntakeStores read,
            IntakeStores written,
            UnaryOperator<List<StoredInquiry>> order,
            UnaryOperator<Decision> planted,
            Clock clock) {
        this.inquiries = read.inquiries();
        this.order = order;
        this.clock = clock;
        this.reader = read.reader(clock);
        this.planted = planted;
        this.writer = written.writer();
    }

    public void takeOneBatch() {
        decided().run();
    }

    /** Everything up to the first write; a worker may fall asleep here for as long as it likes. What is left is to write. */
    public Runnable decided() {
        List<Decision> decisions = decide();
        return () -> write(decisions);
    }

    List<Decision> decide() {
        List<Decision> decisions = reader.readAll(disjoint(order.apply(inquiries.due(clock.instant(), BATCH)))).stream()
                .map(seen -> seen.noticing(Arrivals.DANGER.of(seen.inquiry(), seen.facts())))
                .map(rules::judge)
                .map(this::placed)
                .map(firstCalls::plan)
                .map(recording::record)
                .toList();
        return owners.assignAll(decisions).stream().map(planted).toList();
    }

    void write(List<Decision> decisions) {
        writer.writeAll(decisions);
    }

    private Placement placed(JunkVerdict verdict) {
        return verdict instanceof Placeable placeable
                ? new Placement.Matched(
                        placeable.seen(), matcher.match(placeable.seen().question()))
                : new Placement.Unmatched(verdict);
    }

    private static List<StoredInquiry> disjoint(List<StoredInquiry> due) {
        Set<ContactPoint> taken = new HashSet<>();
        List<StoredInquiry> batch = new ArrayList<>();
        for (StoredInquiry stored : due) {
            Set<ContactPoint> points = stored.inquiry().stream()
                    .flatMap(inquiry -> inquiry.sender().points().stream())
                    .collect(java.util.stream.Collectors.toSet());
            if (points.stream().noneMatch(taken::contains)) {
                batch.add(stored);
            }
            taken.addAll(points);
        }
        return batch;
    }
}
