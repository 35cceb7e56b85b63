package org.careline.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.careline.contact.DialRules;
import org.careline.node.DataFolder;
import org.careline.node.Secrets;
import org.careline.settings.ClinicForms;
import org.careline.staff.Alarms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** What of the inbox is made from more than the others in it. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    Receipts receipts(Secrets secrets) {
        return new SignedReceipts(secrets::signingKey);
    }

    @Bean(destroyMethod = "")
    FilePendingJournal pendingJournal(DataFolder data, MongoConverter mapping) {
        return new FilePendingJournal(() -> data.resolve("journal"), mapping);
    }

    @Bean
    InquiryInbox inquiryInbox(
            BudgetedInsert prompt,
            FilePendingJournal journal,
            Receipts receipts,
            InboxWork work,
            InquiryCounters counters,
            DangerNotice danger,
            Alarms alarms) {
        return new DurableInbox(
                prompt,
                journal,
                receipts,
                work::nudge,
                counters,
                danger,
                receipt -> work.soon(() -> alarms.raise(Alarms.Kind.SAFETY_CONCERN, receipt)));
    }

    /** The one parser of all doors. */
    @Bean
    InquiryParser inquiryParser(
            InquirySettings settings, ClinicForms forms, KnownNumbers known, DialRules dialling, Clock clock) {
        return new InquiryParser(
                settings.region(),
                id -> forms.form(id).isPresent(),
                phone -> !known.ours(phone) && dialling.of(phone) != DialRules.Verdict.NOBODYS,
                clock);
    }

    @Bean
    MeterBinder inboxGauges(FilePendingJournal journal) {
        return meters -> Gauge.builder("careline.journal.pending", journal, PendingJournal::size)
                .register(meters);
    }
}
