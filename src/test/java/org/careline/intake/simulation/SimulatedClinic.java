package org.careline.intake.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careline.assignment.SimulatedAssignment;
import org.careline.consent.ClinicContactWindows;
import org.careline.consent.ContactWindows;
import org.careline.contact.PhoneNumber;
import org.careline.followup.Cadences;
import org.careline.followup.ClinicCadences;
import org.careline.inbox.KnownNumbers;
import org.careline.inbox.Reason;
import org.careline.inbox.SimulatedInquiries;
import org.careline.inbox.SimulatedJournal;
import org.careline.intake.IntakeStores;
import org.careline.intake.Plant;
import org.careline.intake.Worker;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;
import org.careline.support.MovableClock;

/** A whole installation in memory: one store, a few nodes, a clock, and the ledger of what was promised. */
public final class SimulatedClinic {

    public static final String NUMBER = "+18445550100";

    /** The shipped ones. */
    public static final Cadences CADENCES = cadences();

    public static final KnownNumbers NUMBERS = new KnownNumbers() {
        @Override
        public boolean ofTheClinic(String dialled) {
            return dialled.equals(NUMBER);
        }

        @Override
        public Optional<Reason> ignored(PhoneNumber number) {
            return Optional.empty();
        }
    };

    private static Cadences cadences() {
        ClinicFiles files = ClinicFiles.shipped();
        ContactWindows windows = new ContactWindows(
                files.read("contact-windows", ClinicContactWindows.class), files.read("hours", ClinicHours.class));
        return new Cadences(files.read("cadences", ClinicCadences.class), windows);
    }

    public final Stage stage;
    public final Weather weather = new Weather();
    public final MovableClock clock = new MovableClock(Happenings.OPENING);
    final Ledger ledger = new Ledger();
    public final WriteChecks checks;
    public final SimulatedInquiries inquiries;
    public final SimulatedStore<SourceId, Touch> touches;
    public final SimulatedStore<LeadId, Lead> leads;
    public final SimulatedStore<String, ContactPointEntry> points;
    public final SimulatedAssignment assignment;
    public final List<SimulatedNode> nodes;
    final Sweep sweep;

    SimulatedClinic(Stage stage, int nodes, Plant plant) {
        this.stage = stage;
        stage.tellDocuments(InWords::of);
        this.checks = new WriteChecks(stage, given -> assignment().checkRoom(given));
        this.inquiries = new SimulatedInquiries(stage, weather, checks);
        this.touches = new SimulatedStore<>("touches", stage, weather, checks);
        this.leads = new SimulatedStore<>("leads", stage, weather, checks);
        this.points = new SimulatedStore<>("points", stage, weather, checks);
        this.assignment = new SimulatedAssignment(stage, weather, checks, leads, clock, plant.neverGivesBack());
        this.sweep = new Sweep(plant.reads().apply(stores()).leads(), clock);
        this.nodes = IntStream.range(0, nodes)
                .mapToObj(number -> node(Happening.letter(number), plant))
                .toList();
    }

    private SimulatedNode node(String name, Plant plant) {
        IntakeStores stores = stores();
        Worker worker = plant.worker(stores, stage.dice()::shuffled, clock);
        return new SimulatedNode(name, new SimulatedJournal(stage), stores, worker, clock, ledger);
    }

    private SimulatedAssignment assignment() {
        return assignment;
    }

    public IntakeStores stores() {
        return new IntakeStores(inquiries, touches, leads, points, assignment.rotations(), assignment.charges());
    }

    /** The sweeps of assignment, until they have nothing to do: once for what is late, once for what that makes sure. */
    void settleAll() {
        weather.clearUp();
        clock.advance(Duration.ofMinutes(30));
        assignment.sweep();
        clock.advance(Duration.ofMinutes(30));
        assignment.settle();
        assignment.settle();
    }

    /** The living lead behind this one, as stored now. */
    Optional<Lead> root(LeadId id) {
        Lead here = leads.now(id);
        for (int links = 0; here != null && here.merge().mergedInto() != null; links++) {
            here = links > leads.all().size() ? null : leads.now(here.merge().mergedInto());
        }
        return Optional.ofNullable(here);
    }

    List<Lead> living() {
        return leads.all().stream().filter(lead -> !lead.merged()).toList();
    }

    /** Merged leads that the lead that took them over does not list, or has set apart. */
    public List<LeadId> halfMerged() {
        return leads.all().stream()
                .filter(Lead::merged)
                .map(Lead::id)
                .filter(id -> root(id).filter(root -> !root.merge().members().contains(id)
                                || root.merge().apart().contains(id))
                        .isPresent())
                .toList();
    }
}
