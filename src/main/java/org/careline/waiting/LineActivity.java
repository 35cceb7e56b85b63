package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.routing.PhoneActivity;
import org.careline.snapshot.CallActivity;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.springframework.stereotype.Component;

/** What coordinators do on the phone, read off the waiting line; a day begins at the clinic's midnight. */
@Component
final class LineActivity implements CallActivity {

    private final WaitingLine line;
    private final OpeningHours hours;
    private final Duration wrapUp;
    private final Clock clock;

    LineActivity(WaitingLine line, OpeningHours hours, LineRules rules, Clock clock) {
        this.line = line;
        this.hours = hours;
        this.wrapUp = rules.wrapUp();
        this.clock = clock;
    }

    @Override
    public PhoneActivity read() {
        Instant midnight = midnight();
        Instant writing = clock.instant().minus(wrapUp);
        List<Talk> today = line.talksSince(writing.isBefore(midnight) ? writing : midnight);
        Map<CoordinatorId, Instant> ended = new HashMap<>();
        Map<CoordinatorId, Integer> calls = new HashMap<>();
        for (Talk talk : today) {
            ended.merge(talk.coordinator(), talk.over(), (one, other) -> one.isAfter(other) ? one : other);
            calls.merge(talk.coordinator(), talk.over().isBefore(midnight) ? 0 : 1, Integer::sum);
        }
        return new PhoneActivity(talking(), ended, calls);
    }

    private Set<CoordinatorId> talking() {
        return line.open().stream().flatMap(WaitingCall::talking).collect(Collectors.toSet());
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), hours.zone())
                .atStartOfDay(hours.zone())
                .toInstant();
    }
}
