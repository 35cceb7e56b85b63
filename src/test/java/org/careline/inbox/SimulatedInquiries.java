package org.careline.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Watcher;
import org.careline.intake.simulation.Weather;
import org.careline.lead.SourceId;
import org.careline.store.Page;

/** The inbox documents in memory. */
public final class SimulatedInquiries extends SimulatedStore<SourceId, StoredInquiry> implements InquiryStore {

    public SimulatedInquiries(Stage stage, Weather weather, Watcher watcher) {
        super("inquiries", stage, weather, watcher);
    }

    @Override
    public List<StoredInquiry> due(Instant now, int limit) {
        asked();
        return waiting(now).limit(limit).toList();
    }

    /** Whether a worker would find something to do. */
    public boolean anyDue(Instant now) {
        return waiting(now).findAny().isPresent();
    }

    private java.util.stream.Stream<StoredInquiry> waiting(Instant now) {
        return all().stream()
                .filter(stored -> stored.progress() == Progress.WAITING || stored.progress() == Progress.LIVE)
                .filter(stored -> !dueAt(stored).isAfter(now))
                .sorted(Comparator.comparing(SimulatedInquiries::dueAt).thenComparing(StoredInquiry::id));
    }

    private static Instant dueAt(StoredInquiry stored) {
        return stored.dueAt().orElseThrow();
    }

    @Override
    public Optional<StoredInquiry> withReceipt(Receipt receipt) {
        asked();
        return all().stream()
                .filter(stored -> stored.receipt().equals(receipt.value()))
                .findFirst();
    }

    @Override
    public List<StoredInquiry> resting(Progress progress, Page page) {
        asked();
        return all().stream()
                .filter(stored -> stored.progress() == progress)
                .filter(stored -> place(stored).compareTo(page.after().orElse("")) > 0)
                .sorted(Comparator.comparing(SimulatedInquiries::place))
                .limit(page.limit())
                .toList();
    }

    private static String place(StoredInquiry stored) {
        return Objects.toString(stored.restingOrder(), "");
    }
}
