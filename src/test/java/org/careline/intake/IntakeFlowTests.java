package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.Charges;
import org.careline.assignment.Rotations;
import org.careline.followup.Cadences;
import org.careline.inbox.Arrivals;
import org.careline.inbox.DangerNotice;
import org.careline.inbox.InquiryCounters;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.Progress;
import org.careline.inbox.Receipt;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Happenings;
import org.careline.intake.simulation.SimulatedClinic;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Weather;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadsById;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.LeadMatcher;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Alarms;
import org.careline.store.GuardedStore;
import org.careline.store.Page;
import org.careline.store.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;

/** The flow in its framework, over stores in memory, of which one fails or is away. */
class IntakeFlowTests {

    private final Bench bench = new Bench();
    private final FailingTouches touches = new FailingTouches(bench.clinic.touches);
    private final UnsureInquiries inquiries = new UnsureInquiries(bench.clinic.inquiries);
    private final List<String> told = new ArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class Framework {}

    /** What lies under the flow. */
    @Configuration(proxyBeanMethods = false)
    static class Installation {

        private final SimulatedClinic clinic;
        private final FailingTouches touches;
        private final UnsureInquiries inquiries;
        private final List<String> told;

        Installation(SimulatedClinic clinic, FailingTouches touches, UnsureInquiries inquiries, List<String> told) {
            this.clinic = clinic;
            this.touches = touches;
            this.inquiries = inquiries;
            this.told = told;
        }

        @Bean
        Clock clock() {
            return clinic.clock;
        }

        @Bean
        IntakeSettings settings() {
            return new IntakeSettings(Duration.ofMillis(10));
        }

        @Bean
        IntakeLease lease() {
            SimulatedStore<String, Lease> leases =
                    new SimulatedStore<>("leases", clinic.stage, new Weather(), clinic.checks);
            return new IntakeLease(leases, () -> "one", System::nanoTime);
        }

        @Bean
        InquiryStore inquiries() {
            return inquiries;
        }

        @Bean
        GuardedStore<SourceId, Touch> touches() {
            return touches;
        }

        @Bean
        LeadsById leads() {
            return (ids, reader) -> clinic.leads.find(ids);
        }

        @Bean
        LeadWrites writes() {
            return clinic.stores().writes();
        }

        @Bean
        GuardedStore<String, ContactPointEntry> points() {
            return clinic.points;
        }

        @Bean
        Rotations rotations() {
            return clinic.assignment.rotations();
        }

        @Bean
        Charges charges() {
            return clinic.assignment.charges();
        }

        @Bean
        JunkRules junk() {
            return new JunkRules(SimulatedClinic.NUMBERS);
        }

        @Bean
        LeadMatcher matcher() {
            return new LeadMatcher();
        }

        @Bean
        Cadences cadences() {
            return SimulatedClinic.CADENCES;
        }

        @Bean
        DangerNotice danger() {
            return Arrivals.DANGER;
        }

        @Bean
        Alarms alarms() {
            return (kind, about) -> told.add(kind + " " + about);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** Touches that cannot be read if one of these is among them. */
    private static final class FailingTouches implements GuardedStore<SourceId, Touch> {

        private final GuardedStore<SourceId, Touch> real;
        private Set<SourceId> poison = Set.of();
        private boolean away;
        private int failures;
        private int outages;

        FailingTouches(GuardedStore<SourceId, Touch> real) {
            this.real = real;
        }

        @Override
        public Map<SourceId, Touch> find(Collection<SourceId> ids) {
            if (away) {
                outages++;
                throw new StoreUnavailable("read touches", new IOException("no answer"));
            }
            if (ids.stream().anyMatch(poison::contains)) {
                failures++;
                throw new IllegalStateException("maya@example.org cannot be read");
            }
            return real.find(ids);
        }

        @Override
        public Set<SourceId> write(Collection<Touch> documents) {
            return real.write(documents);
        }
    }

    /** Inquiries of which the next write is not surely held. */
    private static final class UnsureInquiries implements InquiryStore {

        private final InquiryStore real;
        private boolean unsure;

        UnsureInquiries(InquiryStore real) {
            this.real = real;
        }

        @Override
        public Map<SourceId, StoredInquiry> find(Collection<SourceId> ids) {
            return real.find(ids);
        }

        @Override
        public Set<SourceId> write(Collection<StoredInquiry> documents) {
            boolean lost = unsure;
            unsure = false;
            return lost ? Set.of() : real.write(documents);
        }

        @Override
        public List<StoredInquiry> due(Instant now, int limit) {
            return real.due(now, limit);
        }

        @Override
        public Optional<StoredInquiry> withReceipt(Receipt receipt) {
            return real.withReceipt(receipt);
        }

        @Override
        public List<StoredInquiry> resting(Progress progress, Page page) {
            return real.resting(progress, page);
        }
    }

    @AfterEach
    void stops() {
        context.close();
    }

    @Test
    void whatWaitsIsDecidedFromTheInboxToItsLead() {
        SourceId form = bench.form("one", 0, "Maya Ortiz", Bench.P1, null);

        flows().round();

        assertThat(done()).isEqualTo(1);
        assertThat(stored(form).progress()).isEqualTo(Progress.DONE);
        assertThat(bench.open()).hasSize(1);
    }

    @Test
    void anInquiryThatFailsIsTriedAloneAndHoldsUpNoOther() {
        SourceId good = bench.form("one", 0, "Maya Ortiz", Bench.P1, null);
        SourceId bad = bench.form("two", 0, "Ben Ortiz", Bench.P2, null);
        touches.poison = Set.of(bad);

        flows().round();

        assertThat(touches.failures).as("with the other, and alone").isEqualTo(2);
        assertThat(stored(bad).attempts()).isEqualTo(1);
        assertThat(stored(good).progress()).isEqualTo(Progress.DONE);
        StoredInquiry failed = stored(bad);
        assertThat(failed.progress()).isEqualTo(Progress.WAITING);
        assertThat(failed.dueAt()).contains(bench.clinic.clock.instant().plusSeconds(1));
        assertThat(failed.lastCause().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("maya");
    }

    @Test
    void aStoreThatIsAwayIsWaitedForAndCountsAsNoAttempt() {
        SourceId form = bench.form("one", 0, "Maya Ortiz", Bench.P1, null);
        touches.away = true;

        IntakeWork work = flows();
        work.round();
        work.round();
        assertThat(touches.outages).isEqualTo(2);
        touches.away = false;
        work.round();

        assertThat(done()).isEqualTo(1);
        assertThat(stored(form).progress()).isEqualTo(Progress.DONE);
        assertThat(stored(form).attempts()).isZero();
    }

    @Test
    @Holds(Promise.P5)
    void peopleAreToldOfDangerOnceThoughTheLastWriteOfTheDecisionIsLost() {
        SourceId form = bench.form("one", 0, Bench.P1, Happenings.message("I want to die"));
        inquiries.unsure = true;

        IntakeWork work = flows();
        work.round();
        work.round();

        assertThat(stored(form).progress()).isEqualTo(Progress.DONE);
        assertThat(told).containsExactly("SAFETY_CONCERN " + bench.open().get(0).id());
        bench.clinic.clock.advance(Duration.ofMinutes(1));
        work.round();
        assertThat(told).hasSize(1);
    }

    private IntakeWork flows() {
        context.registerBean(Installation.class, () -> new Installation(bench.clinic, touches, inquiries, told));
        context.register(Framework.class, InquiryCounters.class, IntakeFlow.class, WaitingInquiries.class);
        context.register(BatchReader.class, LeadsReader.class, LeadMatching.class, FirstCalls.class);
        context.register(TouchRecording.class, OwnerAssignment.class, WriteSteps.class, BatchWriter.class);
        context.register(DangerAlarms.class, BatchCounts.class, Failures.class, IntakeWork.class);
        context.refresh();
        return context.getBean(IntakeWork.class);
    }

    private StoredInquiry stored(SourceId id) {
        return Objects.requireNonNull(bench.clinic.inquiries.now(id));
    }

    private double done() {
        return context.getBean(MeterRegistry.class)
                .get("careline.inquiries")
                .tags("channel", "form", "state", "done")
                .counter()
                .count();
    }
}
