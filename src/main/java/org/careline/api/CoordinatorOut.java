package org.careline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;

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
     * @param until when it ends by itself; null while they are here
     */
    record PresenceOut(
            @Schema(allowableValues = {"here", "away", "paused"})
            String state,

            @Nullable String until) {

        private static PresenceOut of(State state, @Nullable Instant until) {
            return new PresenceOut(state.name().toLowerCase(Locale.ROOT), until == null ? null : ApiTime.of(until));
        }
    }

    static CoordinatorOut of(Coordinator who, boolean onShift, @Nullable Presence said, Instant now) {
        State counts = said == null ? State.HERE : said.at(now);
        Instant until = said == null || counts == State.HERE ? null : said.until();
        return new CoordinatorOut(
                who.id(),
                who.name(),
                who.languages().stream().sorted().toList(),
                onShift,
                PresenceOut.of(counts, until));
    }
}
