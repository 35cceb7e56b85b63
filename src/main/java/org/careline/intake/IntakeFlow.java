package org.careline.intake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.careline.inbox.DangerNotice;
import org.careline.staff.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.core.GenericTransformer;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.TransformerEndpointSpec;
import org.springframework.messaging.MessagingException;

/**
 * The journey of an inquiry from the inbox to a lead, told in one place.
 *
 * <p>One worker among all nodes takes the inquiries that wait, in batches of which no two share a contact point or a lead.
 * It reads everything that the batch needs, decides everything by pure functions, and writes everything, each write guarded.
 * A touch that exists is the decision; whatever did not surely get written is decided anew in the next batch, so that a
 * crash at any instant, or a second worker that believes it is alone, changes nothing. What a stated rule refuses rests
 * under its reason; what fails for our own fault is tried again, and then parked for a person.
 */
@Configuration(proxyBeanMethods = false)
class IntakeFlow {

    /** As whom it reads and writes leads. */
    static final Actor RULE = new Actor.Rule("intake");

    private final WaitingInquiries waiting;
    private final BatchReader reader;
    private final DangerNotice danger;
    private final JunkRules junk;
    private final LeadMatching matching;
    private final FirstCalls firstCalls;
    private final TouchRecording recording;
    private final OwnerAssignment owners;
    private final BatchWriter writer;
    private final DangerAlarms alarms;
    private final BatchCounts counts;
    private final Failures failures;

    IntakeFlow(
            WaitingInquiries waiting,
            BatchReader reader,
            DangerNotice danger,
            JunkRules junk,
            LeadMatching matching,
            FirstCalls firstCalls,
            TouchRecording recording,
            OwnerAssignment owners,
            BatchWriter writer,
            DangerAlarms alarms,
            BatchCounts counts,
            Failures failures) {
        this.waiting = waiting;
        this.reader = reader;
        this.danger = danger;
        this.junk = junk;
        this.matching = matching;
        this.firstCalls = firstCalls;
        this.recording = recording;
        this.owners = owners;
        this.writer = writer;
        this.alarms = alarms;
        this.counts = counts;
        this.failures = failures;
    }

    /** From the inbox to a lead that somebody owes a call. Refusals travel along and are written with the others. */
    @Bean
    IntegrationFlow intake() {
        return IntegrationFlow.from(
                        IntakeDoor.class, door -> door.beanName("intakeDoor").errorChannel("intake.failures"))
                .transformWith(all("readAll", reader::readAll))
                .transformWith(each("noticeDanger", this::noticeDanger))
                .transformWith(each("refuseJunk", junk::judge))
                .transformWith(each("matchLead", matching::match))
                .transformWith(each("planFollowUp", firstCalls::plan))
                .transformWith(each("recordTouch", recording::record))
                .transformWith(all("assignOwner", owners::assignAll))
                .transformWith(all("writeAll", writer::writeAll))
                .transformWith(each("tellOfDanger", alarms::raise))
                .transformWith(each("count", counts::count))
                .nullChannel();
    }

    /** What can go wrong: the store is waited for, a failing batch is split, a failing inquiry is parked. */
    @Bean
    IntegrationFlow parked() {
        return IntegrationFlow.from("intake.failures")
                .handle(MessagingException.class, (failure, headers) -> {
                    waiting.oneByOne(failures.setAside(failure));
                    return null;
                })
                .get();
    }

    private InquiryInView noticeDanger(InquiryInView seen) {
        return seen.noticing(danger.of(seen.inquiry(), seen.facts()));
    }

    private static <T, R> Consumer<TransformerEndpointSpec> each(String id, Function<T, R> step) {
        GenericTransformer<Batch<T>, Batch<R>> transformer = batch -> batch.each(step);
        return endpoint -> endpoint.id(id).expectedType(Batch.class).transformer(transformer);
    }

    private static <T, R> Consumer<TransformerEndpointSpec> all(String id, Function<List<T>, List<R>> step) {
        GenericTransformer<Batch<T>, Batch<R>> transformer = batch -> batch.all(step);
        return endpoint -> endpoint.id(id).expectedType(Batch.class).transformer(transformer);
    }
}
