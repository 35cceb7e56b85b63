package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.careline.carrier.Carrier;
import org.careline.contact.DialRules;
import org.careline.contact.Language;
import org.careline.followup.CallPromises;
import org.careline.followup.FollowUpAtADoor;
import org.careline.inbox.CallFacts;
import org.careline.inbox.CallFacts.KnownCall;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.ScriptedInbox;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.node.Installation;
import org.careline.node.PublicAddress;
import org.careline.recording.FinishedRecordings;
import org.careline.recording.HandedOver;
import org.careline.routing.CallPlan;
import org.careline.routing.Dialling;
import org.careline.routing.KnownCaller;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.routing.Team;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.RingPlans;
import org.careline.speech.CallScripts;
import org.careline.speech.Clinic;
import org.careline.speech.DialScript;
import org.careline.speech.TalkRecording;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.WakingDesk;
import org.careline.staff.WakingDesk.Taken;
import org.careline.support.PlayedCarrier;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineDispatcher;
import org.careline.waiting.LineRules;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.WaitingLine;
import org.jspecify.annotations.Nullable;

/** The product's own wiring of one node around an inbox, a store's facts and a clock that the test gives. */
final class Switchboard {

    /**
     * The line of the nodes.
     *
     * @param change of its rules
     */
    record Waiting(MemoryLine line, Carrier carrier, LegWorkers workers, UnaryOperator<LineRules> change) {}

    private static final Waiting NOT_USED =
            new Waiting(new MemoryLine(), new PlayedCarrier(), new AtOnce(), rules -> rules);

    /** They take files to read, and there are hundreds of nodes. */
    private static final Map<ClinicHours, CallPromises> PROMISES = new ConcurrentHashMap<>();

    /** Open round the clock. */
    static final ClinicHours ALWAYS = Team.hours("00:00", "24:00");

    final VoiceScript script;
    final DialScript rings;
    final RingPlanner planner;
    final MeterRegistry meters;
    final List<CoordinatorId> unreachable = new ArrayList<>();
    final List<SourceId> alarmed = new ArrayList<>();
    final StoredFacts stored;
    final MemoryLine line;
    final LineDesk desk;
    final LineRules rules;
    final Duration longestInLine;
    final LineDispatcher dispatcher;
    final HandedOver finished = new HandedOver();
    Staffing staffing = Staffing.BY_FILE;
    KnownCaller caller = KnownCaller.UNKNOWN;
    /** Planning a call fails. */
    boolean cannotPlan;

    /** What whoever took what they were woken for is told. */
    Taken taken = Taken.THEIRS;

    /** Who took what that they were woken for. */
    final List<String> woken = new ArrayList<>();

    private final WiredNode node = new WiredNode();

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
        rings = scripts.dial;
        planner = Team.planner(plan, hours, coordinators, scripts.longest(Clinic.NUMBERS));
        node.given(ClinicNumbers.class, Clinic.NUMBERS);
        node.given(CallPlan.class, plan);
        node.given(CallScripts.class, scripts);
        node.given(TalkRecording.class, recording);
        node.given(PhraseScan.class, Clinic.PHRASES);
        node.given(RingPlanner.class, planner);
        node.given(RingPlans.class, (who, skills, language) -> plan(language, clock.instant()));
        node.given(InquiryInbox.class, inbox);
        node.given(CallFacts.class, stored);
        node.given(FinishedRecordings.class, finished);
        node.given(CallPromises.class, PROMISES.computeIfAbsent(hours, FollowUpAtADoor::promises));
        node.given(
                Dialling.class,
                new Dialling(new DialRules(Set.of("US")), Clinic.NUMBERS, new Team.Shifts(List.of()), 1_000, clock));
        node.given(WakingDesk.class, this::wakes);
        node.given(Alarms.class, this::told);
        node.given(WaitingLine.class, line);
        node.given(Carrier.class, waiting.carrier());
        node.given(LegWorkers.class, waiting.workers());
        node.given(Installation.class, new Installation(PublicAddress.of("http://localhost"), "", () -> 0));
        node.given(Clock.class, clock);
        node.given(MeterRegistry.class, meters);
        node.changed(LineRules.class, waiting.change());
        rules = node.the(LineRules.class);
        desk = node.the(LineDesk.class);
        dispatcher = node.the(LineDispatcher.class);
        longestInLine = rules.longestWait().plus(scripts.queue.longestDocument());
    }

    private Taken wakes(String about, CoordinatorId by) {
        woken.add(about + " " + by);
        return taken;
    }

    private RingPlan plan(@Nullable Language language, Instant now) {
        if (cannotPlan) {
            throw new IllegalStateException("no plan");
        }
        return planner.plan(language == null ? caller : caller.speaking(language), staffing, now);
    }

    private void told(Alarms.Kind kind, String about) {
        if (kind == Alarms.Kind.PHONE_UNREACHABLE) {
            unreachable.add(new CoordinatorId(about));
        } else {
            alarmed.add(new SourceId(about));
        }
    }

    /** One of the product's own, as it is wired here. */
    <T> T the(Class<T> type) {
        return node.the(type);
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

    LastResort lastResort() {
        return the(LastResort.class);
    }

    TwilioRoutes routes() {
        return the(TwilioRoutes.class);
    }

    /** What the route of this request answers, as if it had been signed. */
    WebhookReply ask(SignedTwilioRequest request) {
        try {
            return routes().at(request.target()).answer().apply(read(request));
        } finally {
            the(PendingAlarms.class).round();
        }
    }

    static WebhookForm read(SignedTwilioRequest request) {
        return WebhookForm.ofForm(request.body().getBytes(StandardCharsets.UTF_8))
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
