package org.careline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The ways in which a node shows a store its password. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreLoginTests {

    private static final String PASSWORD = "correct-horse-battery-staple";

    private EmbeddedStore store;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedStore.open(folder, 0, Clock.systemUTC(), PASSWORD);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"careline:" + PASSWORD + "@, ''", "careline:" + PASSWORD + "@, wrong", "'', " + PASSWORD})
    void theAddressPrevailsThenTheSetting(String login, String setting) {
        try (ConfigurableApplicationContext node = node(login, setting)) {
            MongoTemplate mongo = node.getBean(MongoTemplate.class);
            mongo.getCollection("c").insertOne(new Document("login", login));

            assertThat(mongo.getCollection("c").countDocuments()).isPositive();
        }
    }

    /** As docker-compose.yml gives it: a folder of files, each named like the setting that it holds. */
    @Test
    void theSettingMayBeAFile(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("careline.store.password"), PASSWORD + "\n");
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.mongodb.uri=mongodb://localhost:" + store.port() + "/careline",
                        "--spring.config.import=configtree:" + secrets + "/")) {
            assertThat(node.getBean(MongoTemplate.class).getCollection("files").countDocuments())
                    .isZero();
        }
    }

    @Test
    void withoutEitherNothingIsRead() {
        try (ConfigurableApplicationContext node = node("", "")) {
            assertThatThrownBy(() ->
                            node.getBean(MongoTemplate.class).getCollection("c").countDocuments())
                    .hasMessageContaining("Unauthorized");
        }
    }

    private ConfigurableApplicationContext node(String login, String setting) {
        return new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.mongodb.uri=mongodb://" + login + "localhost:" + store.port() + "/careline",
                        "careline.store.password=" + setting)
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({EmbeddedConfiguration.class, StoreLoginConfiguration.class})
    @ImportAutoConfiguration({MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
    static class Node {}
}
