package org.careline.console;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.careline.safety.CrisisLines;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param me who is signed in; null on a page that asks for it
     */
    ModelAndView show(String view, HttpStatus status, @Nullable CoordinatorId me, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("me", me == null ? "" : name(me));
        all.put("meId", me == null ? "" : me.value());
        all.put("now", clock.instant().toEpochMilli());
        all.put("rehearsal", rehearsal.there());
        all.put("danger", me == null ? "" : DangerCount.sentence(danger.now().orElse(0)));
        all.put("crisis", crisis.page().en());
        return new ModelAndView("console/" + view, all, status);
    }

    /** A colleague's name; one who is not in the roster any more is known by their id. */
    String name(CoordinatorId id) {
        return roster.find(id).map(Coordinator::name).orElse(id.value());
    }
}
