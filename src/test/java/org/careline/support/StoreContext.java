package org.careline.support;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.store.StoredAsText;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The store module with a client of its own, and the stored values of a test. */
public record StoreContext(AnnotationConfigApplicationContext context) implements AutoCloseable {

    public static StoreContext at(String uri, StoredAsText<?>... values) {
        return opened(uri, new AnnotationConfigApplicationContext(), values);
    }

    /** The same with the values and indexes of a module. */
    public static StoreContext with(String uri, Class<?> documents, StoredAsText<?>... values) {
        var context = new AnnotationConfigApplicationContext();
        context.register(documents);
        return opened(uri, context, values);
    }

    private static StoreContext opened(
            String uri, AnnotationConfigApplicationContext context, StoredAsText<?>... values) {
        TestPropertyValues.of("spring.mongodb.uri=" + uri).applyTo(context);
        for (StoredAsText<?> value : values) {
            context.registerBean(value.type().getName(), StoredAsText.class, () -> value);
        }
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("org.careline.store", "org.careline.lead");
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class);
        context.refresh();
        // A budget is for a question, not for making the first connection on a busy machine.
        MongoTemplate store = context.getBean(MongoTemplate.class);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> !store.executeCommand("{ping: 1}").isEmpty());
        // Nobody works in the background here: one round each makes the indexes.
        context.getBeansOfType(BackgroundJob.class).values().forEach(BackgroundJob::round);
        return new StoreContext(context);
    }

    public MongoTemplate template() {
        return context.getBean(MongoTemplate.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
