package org.careline.console;

import java.time.Clock;
import org.careline.lead.LeadRounds;
import org.careline.node.Secrets;
import org.careline.staff.Roster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console is made of beside its pages. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    SignIn signIn(Roster roster, Secrets secrets, Clock clock) {
        return new SignIn(roster, secrets::consolePassword, new Attempts(clock));
    }

    @Bean
    LiveSignals liveSignals(LeadRounds rounds, Clock clock) {
        return new LiveSignals(new WrittenFeed(rounds, clock));
    }
}
