package org.careline.intake;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactZones;
import org.careline.followup.Cadences;
import org.careline.followup.Planned.Attempt;
import org.careline.intake.Placement.Matched;
import org.careline.intake.Placement.Planned;

/** Plans the first call that a contact asks for. Pure: from the contact alone, so that every order gives the same. */
final class FirstCalls {

    private final Cadences cadences;

    FirstCalls(Cadences cadences) {
        this.cadences = cadences;
    }

    Placement plan(Placement placement) {
        return placement instanceof Matched matched
                ? new Planned(matched.sighting(), matched.match(), firstCall(matched.sighting()))
                : placement;
    }

    private FirstCall firstCall(Sighting sighting) {
        Inquiry inquiry = sighting.inquiry();
        Attempt first = cadences.first(sighting.id().channel(), inquiry.at(), zones(sighting));
        return new FirstCall(first.dueAt(), first.why());
    }

    private static Set<ZoneId> zones(Sighting sighting) {
        return ContactZones.of(
                Stream.ofNullable(sighting.sender().phone()).collect(Collectors.toSet()),
                Stream.ofNullable(sighting.inquiry().request().zip()).collect(Collectors.toSet()));
    }
}
