package org.careline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;

/**
 * A coordinator as the API shows them, without their phone.
 *
 * @param onShift whether they work now by the roster
 * @param presence what counts now of what they said; it only narrows the roster
 */
record CoordinatorOut(String id, String name, List<String> languages, boolean onShift, PresenceOut presence) {

    /**
     * What they said of themselves.
     *
     * @param until when it ends by itself; empty while they are here
     */
    record PresenceOut(
            @Schema(allowableValues = {"here", "away", "paused"})
            String state,

            Optional<String> until) {

        private static PresenceOut of(State state, Optional<Instant> until) {
            return new PresenceOut(state.name().toLowerCase(Locale.ROOT), until.map(ApiTime::of));
        }
    }

    static CoordinatorOut of(Coordinator who, boolean onShift, Optional<Presence> said, Instant now) {
        State counts = said.map(one -> one.at(now)).orElse(State.HERE);
        Optional<Instant> until = said.filter(one -> counts != State.HERE).map(Presence::until);
        return new CoordinatorOut(
                who.id(),
                who.name(),
                who.languages().stream().sorted().toList(),
                onShift,
                PresenceOut.of(counts, until));
    }
}
