package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonValue;
import org.careline.support.TurnedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an application of which nobody wants anything asks of its store: all its jobs, on a time that is turned by hand. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(IdleNodeTests.Counted.class)
@Timeout(120)
class IdleNodeTests {

    private static final int MOST_A_MINUTE = 60;
    private static final int MINUTES = 30;

    @Autowired
    private BackgroundJobs running;

    @Autowired
    private List<BackgroundJob> jobs;

    @Autowired
    private Commands commands;

    @Autowired
    private TurnedTime time;

    @TestConfiguration
    static class Counted {

        private final Commands commands = new Commands();
        private final TurnedTime time = new TurnedTime();

        @Bean
        Commands commands() {
            return commands;
        }

        @Bean
        TurnedTime turnedTime() {
            return time;
        }

        @Bean
        Clock clock() {
            return time.getClock();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counting() {
            return settings -> settings.addCommandListener(commands);
        }
    }

    static final class Commands implements CommandListener {

        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonValue what = event.getCommand().get(event.getCommandName());
            String asked = event.getCommandName()
                    + (what != null && what.isString() ? " " + what.asString().getValue() : "");
            counts.merge(asked, 1, Integer::sum);
        }
    }

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("careline.data-dir", () -> "target/idle/" + UUID.randomUUID());
    }

    @Test
    void anIdleNodeAsksItsStoreSeldom(TestReporter reporter) {
        running.stop();
        BackgroundJobs all = new BackgroundJobs(jobs, time, 6);
        all.start();
        time.turn(Duration.ofMinutes(5));
        commands.counts.clear();

        time.turn(Duration.ofMinutes(MINUTES));
        Map<String, Integer> asked = new TreeMap<>(commands.counts);
        all.stop();

        asked.forEach(
                (what, count) -> reporter.publishEntry(what, "%.1f a minute".formatted(count / (double) MINUTES)));
        assertThat(asked.values().stream().mapToInt(Integer::intValue).sum() / (double) MINUTES)
                .as("commands a minute: %s", asked)
                .isGreaterThan(1)
                .isLessThanOrEqualTo(MOST_A_MINUTE);
    }
}
