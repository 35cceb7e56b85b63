package org.careline.store.contract;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.careline.Careline;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A whole application in this process, on a store that others use too. Of its coordinators nobody is ever full. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final Path BELOW = Path.of("target", "contract");

    static Node on(String uri) {
        SpringApplication careline = new SpringApplication(Careline.class);
        careline.setLogStartupInfo(false);
        return new Node(careline.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--careline.data-dir=" + BELOW.resolve(UUID.randomUUID().toString()),
                "--spring.mongodb.uri=" + uri,
                "--spring.config.additional-location=file:" + Path.of("src", "test", "resources", "unlimited") + "/",
                "--logging.level.root=warn"));
    }

    <T> T its(Class<T> part) {
        return context.getBean(part);
    }

    GuardedStore<LeadId, Lead> leads() {
        return new MongoGuardedStore<>(its(MongoTemplate.class), "leads", Lead.class, Clock.systemUTC());
    }

    @Override
    public void close() {
        context.close();
    }
}
