package org.careline.console;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.careline.safety.CrisisLines;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the console's pages: each knows who looks at it, the server's time and the crisis sentence. */
@Component
class ConsolePages {

    private final Roster roster;
    private final CrisisLines crisis;
    private final DangerCount danger;
    private final RehearsedCalls rehearsal;
    private final Clock clock;

    ConsolePages(Roster roster, CrisisLines crisis, DangerCount danger, RehearsedCalls rehearsal, Clock clock) {
        this.roster = roster;
        this.crisis = crisis;
        this.danger = danger;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** A page for whoever is signed in. */
    ModelAndView show(String view, HttpStatus status, CoordinatorId me, Map<String, ?> model) {
        String inDanger = DangerCount.sentence(danger.now().orElse(0));
        return shown(view, status, model).addAllObjects(Map.of("me", name(me), "meId", me.value(), "danger", inDanger));
    }

    /** A page for whoever is not. */
    ModelAndView shown(String view, HttpStatus status, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.putAll(Map.of("me", "", "meId", "", "danger", ""));
        all.put("now", clock.instant().toEpochMilli());
        all.put("rehearsal", rehearsal.there());
        all.put("crisis", crisis.page().en());
        return new ModelAndView("console/" + view, all, status);
    }

    /** A colleague's name; one who is not in the roster any more is known by their id. */
    String name(CoordinatorId id) {
        return roster.find(id).map(Coordinator::name).orElse(id.value());
    }
}
