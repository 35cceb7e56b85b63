package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.careline.carrier.Carrier;
import org.careline.contact.DialRules;
import org.careline.followup.FollowUpAtADoor;
import org.careline.inbox.CallFacts;
import org.careline.inbox.ScriptedInbox;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.recording.HandedOver;
import org.careline.routing.CallPlan;
import org.careline.routing.Caller;
import org.careline.routing.Dialling;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.routing.Team;
import org.careline.snapshot.RingPlans;
import org.careline.speech.AlarmScript;
import org.careline.speech.CallScripts;
import org.careline.speech.Clinic;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.speech.TalkRecording;
import org.careline.speech.VoiceScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.WakingDesk.Taken;
import org.careline.support.PlayedCarrier;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LineCandidates;
import org.careline.waiting.LineDecisions;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineDispatcher;
import org.careline.waiting.LineEnds;
import org.careline.waiting.LineExits;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineRules;
import org.careline.waiting.LineTalks;
import org.careline.waiting.MemoryLine;

/** The product's own wiring of one node around an inbox, a store's facts and a clock that the test gives. */
final class Switchboard {

    /**
     * The line of the nodes.
     *
     * @param change of its rules
     */
    record Waiting(MemoryLine line, Carrier carrier, LegWorkers workers, UnaryOperator<LineRules> change) {}

    private static final Waiting NOT_USED = new Waiting(
            new MemoryLine(),
            new PlayedCarrier(),
            new LegWorkers() {

                @Override
                public void now(Runnable work) {
                    throw new AssertionError("Nobody is rung here");
                }

                @Override
                public void later(Runnable work, Duration pause) {
                    throw new AssertionError("Nobody is rung here");
                }
            },
            rules -> rules);

    /** Open round the clock. */
    static final ClinicHours ALWAYS = Team.hours("00:00", "24:00");

    final VoiceScript script;
    final RingScript rings;
    final RingPlanner planner;
    final MeterRegistry meters;
    final List<CoordinatorId> unreachable = new ArrayList<>();
    final List<SourceId> alarmed = new ArrayList<>();
    final StoredFacts stored;
    final MemoryLine line;
    final LineDesk desk;
    final LineRules rules;
    final Duration longestInLine;
    final LineHealth health;
    final LineDispatcher dispatcher;
    final HandedOver finished = new HandedOver();
    Staffing staffing = Staffing.BY_FILE;
    Caller caller = Caller.UNKNOWN;
    /** What whoever took what they were woken for is told. */
    Taken taken = Taken.THEIRS;

    /** Who took what that they were woken for. */
    final List<String> woken = new ArrayList<>();

    private final VoiceWebhooks voice;
    private final LastResort lastResort;
    private final TwilioRoutes routes;

    Switchboard(ScriptedInbox inbox, Clock clock, MeterRegistry meters, Coordinator... coordinators) {
        this(Clinic.PLAN, ALWAYS, List.of(coordinators), inbox, new StoredFacts(), clock, meters);
    }

    /** A clinic that records talks, or not. */
    Switchboard(
            TalkRecording talks, ScriptedInbox inbox, Clock clock, MeterRegistry meters, Coordinator... coordinators) {
        this(Clinic.PLAN, talks, ALWAYS, List.of(coordinators), inbox, new StoredFacts(), clock, meters, NOT_USED);
    }

    Switchboard(
            CallPlan plan,
            ClinicHours hours,
            List<Coordinator> coordinators,
            ScriptedInbox inbox,
            StoredFacts stored,
            Clock clock,
            MeterRegistry meters) {
        this(plan, Clinic.NOT_RECORDED, hours, coordinators, inbox, stored, clock, meters, NOT_USED);
    }

    /** @param waiting the line; it is used once its dispatcher has looked at it */
    Switchboard(
            CallPlan plan,
            TalkRecording recording,
            ClinicHours hours,
            List<Coordinator> coordinators,
            ScriptedInbox inbox,
            StoredFacts stored,
            Clock clock,
            MeterRegistry meters,
            Waiting waiting) {
        this.stored = stored;
        this.meters = meters;
        this.line = waiting.line();
        List<String> holidays =
                hours.holidays().stream().map(ClinicHours.Holiday::name).toList();
        CallScripts scripts = Clinic.scripts(plan, recording, holidays);
        script = scripts.voice;
        rings = scripts.rings;
        planner = Team.planner(plan, hours, coordinators, scripts.longest(Clinic.NUMBERS));
        Unrecorded unrecorded = new Unrecorded(meters);
        Accepts accepts = new Accepts(inbox, stored, plan.longestTalk(), clock);
        RingPlans plans = (who, dialled, language) ->
                planner.plan(language == null ? caller : caller.speaking(language), staffing, clock.instant());
        rules = waiting.change().apply(new LineConfiguration().lineRules(plan, Clinic.NUMBERS));
        desk = new LineDesk(line, rules, clock);
        LegDesk legDesk = new LegDesk(line, clock);
        health = new LineHealth(clock);
        LineDecisions decisions = new LineDecisions(rules);
        LineCandidates candidates = new LineCandidates(plans);
        LineTalks talks = new LineTalks();
        LineExits exits = new LineExits(clock);
        longestInLine = rules.longestWait().plus(scripts.line.longestDocument());
        CarrierOutbox outbox = new CarrierOutbox(
                waiting.carrier(),
                legDesk,
                planner,
                () -> Optional.of("http://localhost"),
                Duration.ofSeconds(plan.ringSeconds()),
                health,
                unreachable::add,
                waiting.workers());
        dispatcher = new LineDispatcher(
                line,
                legDesk,
                decisions,
                candidates,
                talks,
                health,
                outbox,
                new LineFacts(inbox, unrecorded)::tidied,
                plan.wrapUp(),
                clock);
        RoutingFacts facts = new RoutingFacts(inbox, planner.rule(), unrecorded, clock);
        Ringing ringing = new Ringing(
                plans,
                planner,
                script,
                rings,
                new LineEntrance(scripts.line, health, true, recording.on()),
                accepts,
                facts,
                unreachable::add,
                meters);
        CrisisExit crisis = new CrisisExit(Clinic.PHRASES, scripts.crisis, inbox, alarmed::add, unrecorded, clock);
        Dialling dialling =
                new Dialling(new DialRules(Set.of("US")), Clinic.NUMBERS, new Team.Shifts(List.of()), 1_000, clock);
        CallBacks callBacks = new CallBacks(
                inbox,
                scripts.callBacks,
                crisis,
                new LineCallBacks(desk, exits, health, talks),
                FollowUpAtADoor.promises(hours),
                dialling,
                "US",
                unrecorded,
                clock);
        voice = new VoiceWebhooks(
                inbox, script, ringing, facts::of, crisis, finished, unrecorded, new LineEnds(desk)::callIsOver, clock);
        RecordingConsent consent = new RecordingConsent(recording, inbox, unrecorded, clock);
        AfterTheLine after = new AfterTheLine(ringing, script, callBacks, accepts, consent, inbox, unrecorded, clock);
        WaitingRoom room = new WaitingRoom(
                desk,
                decisions,
                candidates,
                talks,
                health,
                exits,
                scripts.line,
                after,
                crisis,
                rules.longestWait(),
                dispatcher::nudge,
                clock);
        lastResort = new LastResort(script, meters);
        routes = new TwilioRoutes(
                voice,
                new Menus(ringing, script, crisis, callBacks, consent, inbox, unrecorded, clock),
                ringing,
                callBacks,
                crisis,
                new Legs(planner, rings, accepts, consent, unrecorded),
                room,
                new OutOfTheLine(desk, exits, after, crisis, clock),
                new LineLegs(legDesk, candidates, planner, scripts.line, after, dialling, unreachable::add),
                new AlarmCalls(planner, new AlarmScript(plan), this::wakes, new AtOnce(), unreachable::add),
                lastResort);
    }

    private Taken wakes(String about, CoordinatorId by) {
        woken.add(about + " " + by);
        return taken;
    }

    /** Workers who do everything at once. */
    static final class AtOnce implements LegWorkers {

        @Override
        public void now(Runnable work) {
            work.run();
        }

        @Override
        public void later(Runnable work, Duration pause) {
            work.run();
        }
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

        @Override
        public Map<SourceId, KnownCall> find(Collection<SourceId> calls) {
            return Map.of();
        }
    }
}
