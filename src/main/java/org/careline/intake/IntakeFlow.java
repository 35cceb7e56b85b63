package org.careline.intake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.careline.inbox.DangerNotice;
import org.jspecify.annotations.Nullable;
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

    private final BatchReader reader;
    private final DangerNotice danger;
    private final JunkRules junk;
    private final LeadMatching matching;
    private final FirstCalls firstCalls;
    private final Recording recording;
    private final OwnerAssignment owners;
    private final BatchWriter writer;
    private final Settlement settlement;
    private final Failures failures;

    IntakeFlow(
            BatchReader reader,
            DangerNotice danger,
            JunkRules junk,
            LeadMatching matching,
            FirstCalls firstCalls,
            Recording recording,
            OwnerAssignment owners,
            BatchWriter writer,
            Settlement settlement,
            Failures failures) {
        this.reader = reader;
        this.danger = danger;
        this.junk = junk;
        this.matching = matching;
        this.firstCalls = firstCalls;
        this.recording = recording;
        this.owners = owners;
        this.writer = writer;
        this.settlement = settlement;
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
                .handle(Batch.class, (settled, headers) -> settle(settled), end -> end.id("settle"))
                .get();
    }

    /** What can go wrong: the store is waited for, a failing batch is split, a failing inquiry is parked. */
    @Bean
    IntegrationFlow parked() {
        return IntegrationFlow.from("intake.failures")
                .handle(MessagingException.class, (failure, headers) -> done(failure, failures::setAside))
                .get();
    }

    private Sighting noticeDanger(Sighting sighting) {
        return sighting.noticing(danger.of(sighting.inquiry(), sighting.facts()));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object settle(Batch<?> settled) {
        return done((Batch<Decision>) settled, settlement::settle);
    }

    private static <T> @Nullable Object done(T last, Consumer<T> step) {
        step.accept(last);
        return null;
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
