package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import java.time.Clock;
import org.careline.node.DataFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class EmbeddedConfigurationTests {

    @TempDir
    Path folder;

    @Test
    void anApplicationWithoutDatabaseHasOneAfterARestartToo() {
        try (ConfigurableApplicationContext application = start()) {
            MongoTemplate mongo = application.getBean(MongoTemplate.class);
            mongo.indexOps(Lead.class).createIndex(new Index("lane", Sort.Direction.ASC));
            Lead first = mongo.save(new Lead("a", null, 3));
            mongo.save(new Lead(first.id(), first.rev(), 4));
            mongo.insert(new Lead("b", null, 1));
        }
        try (ConfigurableApplicationContext application = start()) {
            MongoTemplate mongo = application.getBean(MongoTemplate.class);

            assertThat(mongo.find(
                            new Query(Criteria.where("lane").gt(0))
                                    .with(Sort.by("lane"))
                                    .limit(5),
                            Lead.class))
                    .containsExactly(new Lead("b", 0L, 1), new Lead("a", 1L, 4));
            assertThat(mongo.updateFirst(
                                    new Query(Criteria.where("id")
                                            .is("a")
                                            .and("rev")
                                            .is(1L)),
                                    new Update().inc("rev", 1).set("lane", 6),
                                    Lead.class)
                            .getModifiedCount())
                    .isOne();
            assertThat(mongo.count(new Query(Criteria.where("lane").gte(5)), Lead.class))
                    .isOne();
            assertThat(mongo.collectionExists(Lead.class)).isTrue();
            assertThat(mongo.getDb().getName()).isEqualTo("careline");
        }
    }

    @Test
    void bootsHealthCheckFindsItUp() {
        try (ConfigurableApplicationContext application = start()) {
            MongoHealthIndicator health = new MongoHealthIndicator(application.getBean(MongoClient.class));

            assertThat(health.health(true)).extracting(Health::getStatus).isEqualTo(Status.UP);
        }
    }

    @Test
    void buildingBeansTouchesNoDisk() {
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            beans.getEnvironment().getSystemProperties().put("test.folder", folder.toString());
            beans.register(Node.class);
            beans.addBeanFactoryPostProcessor(EmbeddedConfigurationTests::startNothing);
            beans.refresh();

            assertThat(beans.getBean(MongoClient.class)).isNotNull();
            assertThat(folder).isEmptyDirectory();
        } finally {
            System.clearProperty("test.folder");
        }
    }

    @Test
    void pausesAndGoesOnBehindTheSamePort() {
        try (ConfigurableApplicationContext application = start()) {
            MongoTemplate mongo = application.getBean(MongoTemplate.class);
            mongo.insert(new Lead("a", null, 1));

            application.stop();
            application.start();

            assertThat(mongo.findById("a", Lead.class)).isEqualTo(new Lead("a", 0L, 1));
        }
    }

    @Test
    void anotherDatabaseKeepsItAway() {
        try (ConfigurableApplicationContext application =
                start("--spring.mongodb.uri=mongodb://localhost:1/careline")) {
            assertThat(application.getBeanProvider(StoreServer.class).getIfAvailable())
                    .isNull();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .properties("test.folder=" + folder)
                .run(arguments);
    }

    /** As in a training run: beans are built and no lifecycle is started. */
    private static void startNothing(ConfigurableListableBeanFactory beans) {
        DefaultLifecycleProcessor nothing = new DefaultLifecycleProcessor() {

            @Override
            public void onRefresh() {
                // nothing is started
            }
        };
        nothing.setBeanFactory(beans);
        beans.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, nothing);
    }

    @Document("leads")
    record Lead(@Id String id, @Version @Nullable Long rev, int lane) {}

    @Configuration(proxyBeanMethods = false)
    @Import(EmbeddedConfiguration.class)
    @ImportAutoConfiguration({MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
    static class Node {

        @Bean
        DataFolder dataFolder(@Value("${test.folder}") String folder) {
            return DataFolder.at(Path.of(folder, "data"));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
