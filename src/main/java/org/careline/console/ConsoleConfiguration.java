package org.careline.console;

import java.time.Clock;
import org.careline.lead.LeadRounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console is made of beside its pages. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    LiveSignals liveSignals(LeadRounds rounds, DangerCount danger, ConsoleSessions sessions, Clock clock) {
        return new LiveSignals(new WrittenFeed(rounds, clock), danger::word, sessions);
    }
}
