package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.careline.console.WrittenFeed.News;
import org.careline.console.WrittenFeed.Signal;
import org.careline.intake.simulation.Revisions;
import org.careline.lead.Lead;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class WrittenFeedTests {

    private final MovableClock clock = new MovableClock();
    private final List<WrittenLead> written = new ArrayList<>();
    private int asked;
    private final WrittenFeed feed = new WrittenFeed(rounds(), clock);

    @Test
    void whatWasWrittenIsToldOnce() {
        Lead lead = writes(SomeLeads.of("form:a", "Maya Ortiz", 0), 0);

        assertThat(feed.next()).isEqualTo(new News(List.of(new Signal(lead.id(), 1)), false));
        assertThat(feed.next().signals()).isEmpty();

        writes(lead, 1);
        assertThat(feed.next().signals()).containsExactly(new Signal(lead.id(), 2));
        assertThat(feed.next().signals()).isEmpty();
    }

    @Test
    void aWriteThatIsSeenLateIsToldAllTheSame() {
        writes(SomeLeads.of("form:a", "Maya Ortiz", 0), 1_000);
        feed.next();

        Lead late = writes(SomeLeads.of("form:b", "Sam Ortiz", 0), -500);

        assertThat(feed.next().signals()).containsExactly(new Signal(late.id(), 1));
    }

    @Test
    void whatIsLongPastIsNotTold() {
        writes(SomeLeads.of("form:a", "Maya Ortiz", 0), 0);
        clock.advance(Duration.ofMinutes(1));

        assertThat(feed.next()).isEqualTo(new News(List.of(), false));
    }

    @Test
    void aFloodIsToldAsOne() {
        for (int number = 0; number < WrittenFeed.PAGE; number++) {
            writes(SomeLeads.of("form:" + number, "Somebody", 0), 0);
        }

        assertThat(feed.next()).isEqualTo(new News(List.of(), true));
        clock.advance(Duration.ofMinutes(1));
        Lead after = writes(SomeLeads.of("form:after", "Somebody", 0), 0);
        clock.advance(WrittenFeed.OVERLAP);
        written.removeIf(one -> !one.id().equals(after.id()));
        assertThat(feed.next().signals()).containsExactly(new Signal(after.id(), 1));
    }

    @Test
    void aPauseForgets() {
        Lead lead = writes(SomeLeads.of("form:a", "Maya Ortiz", 0), 0);
        feed.next();
        feed.pause();

        assertThat(feed.next().signals()).containsExactly(new Signal(lead.id(), 1));
    }

    @Test
    void whileNobodyListensTheStoreIsLeftAlone() {
        LiveSignals signals = new LiveSignals(feed, () -> "", new ConsoleSessions(Clock.systemUTC()));

        signals.look();

        assertThat(signals.listen("a session")).as("before the start").isEmpty();
        assertThat(asked).isZero();
    }

    private Lead writes(Lead lead, long millisFromNow) {
        Lead next = Revisions.next(lead);
        written.removeIf(one -> one.id().equals(lead.id()));
        written.add(WrittenLead.of(next, clock.instant().plusMillis(millisFromNow)));
        return next;
    }

    /** Only one question is asked. */
    private LeadRounds rounds() {
        return (LeadRounds) Proxy.newProxyInstance(
                LeadRounds.class.getClassLoader(),
                new Class<?>[] {LeadRounds.class},
                (proxy, method, arguments) -> since((Instant) arguments[0], (Integer) arguments[1]));
    }

    private List<WrittenLead> since(Instant since, int limit) {
        asked++;
        return written.stream()
                .filter(one -> !one.at().isBefore(since))
                .sorted(Comparator.comparing(WrittenLead::at))
                .limit(limit)
                .toList();
    }
}
