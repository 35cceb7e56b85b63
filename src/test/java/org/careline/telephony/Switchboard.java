package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.intake.CallFacts;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.routing.CallPlan;
import org.careline.routing.Caller;
import org.careline.routing.RingPlanner;
import org.careline.routing.SpokenTimes;
import org.careline.routing.Staffing;
import org.careline.routing.Team;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.support.SignedTwilioRequest;

/** The product's own wiring of one node around an inbox, a store's facts and a clock that the test gives. */
final class Switchboard {

    /** Open round the clock. */
    static final ClinicHours ALWAYS = Team.hours("00:00", "24:00");

    final VoiceScript script;
    final RingScript rings;
    final RingPlanner planner;
    final MeterRegistry meters;
    final List<CoordinatorId> unreachable = new ArrayList<>();
    final StoredFacts stored;
    Staffing staffing = Staffing.BY_FILE;
    Caller caller = Caller.UNKNOWN;
    private final VoiceWebhooks voice;
    private final LastResort lastResort;
    private final TwilioRoutes routes;

    Switchboard(ScriptedInbox inbox, Clock clock, MeterRegistry meters, Coordinator... coordinators) {
        this(Clinic.PLAN, ALWAYS, List.of(coordinators), inbox, new StoredFacts(), clock, meters);
    }

    Switchboard(
            CallPlan plan,
            ClinicHours hours,
            List<Coordinator> coordinators,
            ScriptedInbox inbox,
            StoredFacts stored,
            Clock clock,
            MeterRegistry meters) {
        this.stored = stored;
        this.meters = meters;
        List<String> holidays =
                hours.holidays().stream().map(ClinicHours.Holiday::name).toList();
        script = new VoiceScript(Clinic.NUMBERS, Clinic.CRISIS, plan, holidays);
        rings = new RingScript(Clinic.NUMBERS, Clinic.CRISIS, plan);
        SpokenTimes spoken =
                new SpokenTimes(rings.longestGreeting(), rings.longestWhisper(), script.longestVoicemail());
        planner = Team.planner(plan, hours, coordinators, spoken);
        Unrecorded unrecorded = new Unrecorded(meters);
        Accepts accepts = new Accepts(inbox, stored, plan.longestTalk(), clock);
        Ringing ringing = new Ringing(
                who -> planner.plan(caller, staffing, clock.instant()),
                planner,
                script,
                rings,
                accepts,
                unreachable::add,
                meters);
        voice = new VoiceWebhooks(inbox, script, ringing, unrecorded, clock);
        lastResort = new LastResort(script, meters);
        routes = new TwilioRoutes(voice, ringing, new Legs(planner, rings, accepts, unrecorded), lastResort);
    }

    VoiceWebhooks voice() {
        return voice;
    }

    LastResort lastResort() {
        return lastResort;
    }

    TwilioRoutes routes() {
        return routes;
    }

    /** What the route of this request answers, as if it had been signed. */
    Reply ask(SignedTwilioRequest request) {
        return routes.at(request.target()).answer().apply(read(request));
    }

    static Parameters read(SignedTwilioRequest request) {
        return Parameters.ofForm(request.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    double count(String name, String reason) {
        return meters.get(name).tag("reason", reason).counter().count();
    }

    /** What the store knows of calls; another node's accept comes to it by the test's hand. */
    static final class StoredFacts implements CallFacts {

        private final Set<String> known = ConcurrentHashMap.newKeySet();
        int looks;
        boolean believesEverything;

        void forget() {
            known.clear();
        }

        void learn(SourceId call, Fact fact) {
            known.add(call + fact.key());
        }

        @Override
        public boolean know(SourceId call, Fact.Kind kind, String status) {
            looks++;
            return believesEverything || known.contains(call + kind.name() + ":" + status);
        }
    }
}
