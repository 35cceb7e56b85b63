package org.careline.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.careline.assignment.Charges;
import org.careline.assignment.Pools;
import org.careline.followup.Cadences;
import org.careline.lead.HalfMerges;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.LeadMatcher;
import org.careline.node.DataFolder;
import org.careline.node.Secrets;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Alarms;
import org.careline.staff.Roster;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Who takes part in the story of an inquiry. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Receipts receipts(Secrets secrets) {
        return new SignedReceipts(secrets::signingKey);
    }

    @Bean
    IntakeStores intakeStores(
            MongoTemplate store,
            GuardedStore<SourceId, Touch> touches,
            GuardedStore<LeadId, Lead> leads,
            GuardedStore<String, ContactPointEntry> points,
            Pools pools,
            Charges charges,
            Clock clock) {
        return new IntakeStores(new MongoInquiries(store, clock), touches, leads, points, pools, charges);
    }

    @Bean(destroyMethod = "")
    FilePendingJournal pendingJournal(DataFolder data, MongoConverter mapping) {
        return new FilePendingJournal(() -> data.resolve("journal"), mapping);
    }

    @Bean
    StoredInbox storedInbox(IntakeStores stores, Receipts receipts, Clock clock) {
        return new StoredInbox(stores.inquiries(), receipts, clock);
    }

    @Bean
    PromptPlacement promptPlacement(StoredInbox stored) {
        return new PromptPlacement(stored);
    }

    @Bean
    JournalDrain journalDrain(FilePendingJournal journal, StoredInbox stored, Receipts receipts, DangerNotice danger) {
        return new JournalDrain(journal, stored, receipts, danger);
    }

    @Bean
    InboxWork inboxWork(FilePendingJournal journal, PromptPlacement prompt, JournalDrain drain, IntakeLease lease) {
        return new InboxWork(journal, prompt, drain, lease);
    }

    @Bean
    InquiryInbox inquiryInbox(
            PromptPlacement prompt,
            FilePendingJournal journal,
            Receipts receipts,
            InboxWork work,
            MeterRegistry meters,
            DangerNotice danger,
            Alarms alarms) {
        return new DurableInbox(
                prompt,
                journal,
                receipts,
                work::drainSoon,
                meters,
                danger,
                receipt -> work.soon(() -> alarms.raise(Alarms.Kind.SAFETY_CONCERN, receipt)));
    }

    @Bean
    DangerNotice dangerNotice(PhraseScan phrases) {
        return new DangerNotice(phrases);
    }

    @Bean
    CallFacts callFacts(MongoTemplate store) {
        return new StoredCallFacts(store);
    }

    @Bean
    KnownCalls knownCalls(IntakeStores stores) {
        return new StoredKnownCalls(stores.inquiries());
    }

    @Bean
    InquiryDesk inquiryDesk(
            IntakeStores stores, LeadBook leads, FilePendingJournal journal, Receipts receipts, Clock clock) {
        return new StoredInquiryDesk(stores, leads, journal, receipts, clock);
    }

    @Bean
    IntakeLease intakeLease(MongoTemplate store, DataFolder data, Clock clock) {
        return new IntakeLease(
                new MongoGuardedStore<>(store, IntakeDocuments.LEASES, Lease.class, clock),
                () -> data.nodeId().value(),
                System::nanoTime);
    }

    @Bean
    WaitingInquiries waitingInquiries(IntakeStores stores, IntakeLease lease, Clock clock) {
        return new WaitingInquiries(stores.inquiries(), lease, clock);
    }

    @Bean
    BatchReader batchReader(IntakeStores stores, Clock clock) {
        return new BatchReader(stores, clock);
    }

    @Bean
    JunkRules junkRules(ClinicNumbers numbers, Roster roster) {
        return new JunkRules(new ClinicKnownNumbers(numbers, roster));
    }

    @Bean
    LeadMatching leadMatching(LeadMatcher matcher) {
        return new LeadMatching(matcher);
    }

    @Bean
    FirstCalls firstCalls(Cadences cadences) {
        return new FirstCalls(cadences);
    }

    @Bean
    Recording recording() {
        return new Recording();
    }

    @Bean
    OwnerAssignment ownerAssignment() {
        return new OwnerAssignment();
    }

    @Bean
    BatchWriter batchWriter(IntakeStores stores) {
        return new BatchWriter(stores);
    }

    @Bean
    Settlement settlement(WaitingInquiries waiting, MeterRegistry meters, Alarms alarms) {
        return new Settlement(waiting, meters, alarms);
    }

    @Bean
    Failures failures(
            WaitingInquiries waiting,
            IntakeStores stores,
            Clock clock,
            MeterRegistry meters,
            DangerNotice danger,
            Alarms alarms) {
        return new Failures(waiting, stores.inquiries(), clock, meters, danger, alarms);
    }

    @Bean
    MergeSweep mergeSweep(HalfMerges halfMerges, IntakeStores stores, Clock clock) {
        return new MergeSweep(halfMerges, stores.leads(), clock);
    }

    @Bean
    MeterBinder intakeGauges(FilePendingJournal journal, WaitingInquiries waiting) {
        return meters -> {
            InquiryCounters.register(meters);
            Gauge.builder("careline.journal.pending", journal, PendingJournal::size)
                    .register(meters);
            Gauge.builder("careline.flow.lag", waiting, flow -> flow.lag().toMillis() / 1_000d)
                    .baseUnit("seconds")
                    .register(meters);
        };
    }
}
