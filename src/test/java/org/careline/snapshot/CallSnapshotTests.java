package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.snapshot.Owned.ANA;
import static org.careline.snapshot.Owned.BEN;
import static org.careline.snapshot.Owned.MAYA;
import static org.careline.snapshot.Owned.by;
import static org.careline.snapshot.Owned.lead;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.CallerIdentity.Withheld;
import org.careline.node.DataFolder;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.PhoneActivity;
import org.careline.routing.RingPlanner;
import org.careline.routing.Team;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.careline.staff.PresenceBook;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallSnapshotTests {

    @TempDir
    private Path home;

    private final MovableClock clock = new MovableClock();
    private final RingPlanner planner = Team.planner(
            Team.PLAN,
            Team.hours("00:00", "24:00"),
            Team.always("ana", "en"),
            Team.always("ben", "en", "es"),
            Team.always("carla", "en"));
    private final OwnersByPhone owners = new OwnersByPhone();

    private PhoneActivity activity = PhoneActivity.NONE;
    private final CallSnapshot snapshot = new CallSnapshot(planner, owners, new CallTime(clock, true));
    private final People people = new People();
    private final List<CoordinatorId> turns = new ArrayList<>();

    @Test
    void withNothingReadEverybodyIsRungInTheOrderOfTheFile() {
        assertThat(rung(new Known(MAYA))).containsExactly("ana", "ben", "carla");
    }

    @Test
    void aReturningCallerMeetsTheirOwnerFirst() {
        keeper(owners, DataFolder.at(home)).written(List.of(Owned.written(by(BEN, lead("form:a", null, MAYA)))));

        assertThat(rung(new Known(MAYA))).containsExactly("ben", "ana", "carla");
        assertThat(rung(new Known(Owned.phone(2)))).startsWith("ana");
        assertThat(rung(new Withheld())).startsWith("ana");
    }

    @Test
    void aCallersLanguageIsKnownFromTheirLead() {
        keeper(owners, DataFolder.at(home)).written(List.of(Owned.written(by(ANA, lead("form:a", "es", MAYA)))));

        assertThat(rung(new Known(MAYA))).containsExactly("ana", "ben");
    }

    @Test
    void whoeverDoesNotKnowWhatTheNumberNeedsIsNotRung() {
        assertThat(snapshot.planFor(new Withheld(), Set.of("tms"), null).rings())
                .isEmpty();
    }

    @Test
    void presenceAndTurnsCount() {
        people.say(ANA, State.AWAY, Duration.ofMinutes(30));
        turns.addAll(List.of(new CoordinatorId("carla"), BEN, ANA));

        look();

        assertThat(rung(new Withheld())).containsExactly("carla", "ben");
        clock.advance(Duration.ofMinutes(30));
        assertThat(rung(new Withheld())).containsExactly("carla", "ben", "ana");
    }

    @Test
    @Holds(Promise.P3)
    void withTheStoreDownTheLastThatWasReadCounts() {
        owners.take(Owned.written(by(BEN, lead("form:a", null, MAYA))));
        people.say(ANA, State.PAUSED, Duration.ofMinutes(30));
        turns.add(new CoordinatorId("carla"));
        look();

        people.down = true;
        look();

        assertThat(rung(new Known(MAYA))).containsExactly("ben", "carla");
    }

    @Test
    void theCopyIsReadAtTheStartAndWrittenAtTheEnd() {
        owners.take(Owned.written(by(BEN, lead("form:a", null, MAYA))));
        people.down = true;
        try (DataFolder data = DataFolder.at(home)) {
            OwnersKeeper first = keeper(owners, data);
            first.begin();
            first.end();

            OwnersByPhone restarted = new OwnersByPhone();
            OwnersKeeper second = keeper(restarted, data);
            second.begin();

            assertThat(restarted.find(MAYA).owner()).isEqualTo(BEN);
        }
    }

    private void look() {
        new PeopleLook(snapshot, people).round();
        new TurnsLook(snapshot, people::turns, () -> activity).round();
    }

    private static OwnersKeeper keeper(OwnersByPhone memory, DataFolder data) {
        return new OwnersKeeper(memory, new OwnersFile(data));
    }

    private List<String> rung(CallerIdentity caller) {
        return snapshot.planFor(caller, Set.of(), null).rings().stream()
                .map(ring -> ring.coordinator().value())
                .toList();
    }

    /** What people said, and whose turn it is, until the store is down. */
    private final class People implements PresenceBook {

        private final Map<CoordinatorId, Presence> said = new HashMap<>();
        private boolean down;

        @Override
        public Map<CoordinatorId, Presence> all() {
            answer();
            return Map.copyOf(said);
        }

        List<CoordinatorId> turns() {
            answer();
            return List.copyOf(turns);
        }

        @Override
        public Presence say(CoordinatorId coordinator, State state, @Nullable Duration length) {
            Duration until = length == null ? Duration.ofHours(1) : length;
            Presence presence = new Presence(
                    coordinator, 1, state, clock.instant(), clock.instant().plus(until));
            said.put(coordinator, presence);
            return presence;
        }

        private void answer() {
            if (down) {
                throw new StoreUnavailable("read presence");
            }
        }
    }
}
