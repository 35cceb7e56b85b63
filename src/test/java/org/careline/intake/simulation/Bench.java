package org.careline.intake.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.careline.assignment.SimulatedAssignment;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Arrivals;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.intake.IntakeStores;
import org.careline.intake.Plant;
import org.careline.intake.Worker;
import org.careline.lead.CloseReason;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.store.GuardedStore;
import org.jspecify.annotations.Nullable;

/** A clinic whose workers are led by hand, one step after the other. */
public final class Bench {

    public static final PhoneNumber P1 = new PhoneNumber("+13055550123");
    public static final PhoneNumber P2 = new PhoneNumber("+13055550124");
    public static final EmailAddress M1 = new EmailAddress("maya@example.org");

    public final SimulatedClinic clinic = new SimulatedClinic(new Stage(1, false), 2, Plant.NONE);

    /** A form that came some seconds after the opening. */
    public SourceId form(
            String key, int second, @Nullable String name, @Nullable PhoneNumber phone, @Nullable EmailAddress mail) {
        Sender sender = new Sender(name == null ? null : new PersonName(name), phone, mail);
        return arrives("form:" + key, second, sender, Happenings.message("hello"));
    }

    /** A form that asks for this. */
    public SourceId form(String key, int second, PhoneNumber phone, InquiryDetails request) {
        return arrives("form:" + key, second, Sender.caller(phone), request);
    }

    public SourceId call(String key, int second, PhoneNumber phone) {
        return arrives("call:" + key, second, Sender.caller(phone), InquiryDetails.byCall(SimulatedClinic.NUMBER));
    }

    private SourceId arrives(String id, int second, Sender sender, InquiryDetails request) {
        Inquiry inquiry =
                new Inquiry(new SourceId(id), Happenings.OPENING.plusSeconds(second), sender, request, Map.of(), null);
        clinic.clock.reach(inquiry.at());
        clinic.inquiries.write(List.of(Arrivals.of(inquiry)));
        return inquiry.id();
    }

    public void learns(SourceId id, String status) {
        learns(id, new Fact(Fact.Kind.CALL_STATUS, status, clinic.clock.instant(), Map.of()));
    }

    public void learns(SourceId id, Fact fact) {
        clinic.nodes.get(0).amend(id, fact, false);
    }

    /** What people see of the inbox; nothing waits in a journal. */
    public InquiryDesk inquiryDesk() {
        return Arrivals.desk(
                clinic.inquiries, clinic.touches, clinic.stores().search(), new BenchBook(clinic), clinic.clock);
    }

    public void everybodyGoesHome() {
        SimulatedAssignment.COORDINATORS.forEach(clinic.assignment.people::goesHome);
    }

    public Worker worker() {
        return Plant.NONE.worker(clinic.stores(), due -> due, clinic.clock);
    }

    /** A worker that takes the latest inquiry first. */
    public Worker workerFromTheLast() {
        return Plant.NONE.worker(clinic.stores(), Bench::reversed, clinic.clock);
    }

    private static <T> List<T> reversed(List<T> due) {
        List<T> reversed = new ArrayList<>(due);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A worker at whose side something happens once, after it has read this lead and before it reads the others. */
    public Worker workerInterruptedAfter(LeadId first, Runnable happening) {
        IntakeStores stores = clinic.stores();
        AtomicBoolean happened = new AtomicBoolean();
        GuardedStore<LeadId, Lead> leads = new GuardedStore<>() {
            @Override
            public Map<LeadId, Lead> find(Collection<LeadId> ids) {
                if (happened.getAndSet(true)) {
                    return stores.leads().find(ids);
                }
                Map<LeadId, Lead> found = new HashMap<>(stores.leads().find(List.of(first)));
                happening.run();
                found.putAll(stores.leads()
                        .find(ids.stream().filter(id -> !id.equals(first)).toList()));
                return found;
            }

            @Override
            public Set<LeadId> write(Collection<Lead> documents) {
                return stores.leads().write(documents);
            }
        };
        IntakeStores torn = new IntakeStores(
                stores.inquiries(), stores.touches(), leads, stores.points(), stores.rotations(), stores.charges());
        return Plant.reading(all -> torn).worker(stores, due -> due, clinic.clock);
    }

    /** A worker is killed right after so many single writes of what it has decided. */
    public void killedAfterWrites(int writes, Runnable decided) {
        AtomicInteger left = new AtomicInteger(writes);
        clinic.checks.afterEachWrite(() -> {
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
        });
        try {
            decided.run();
        } catch (Killed asPlanned) {
            left.set(0);
        } finally {
            clinic.checks.afterEachWrite(() -> {});
        }
    }

    /** A worker is killed when it is about to write the lead that it has decided. */
    public void killedBeforeLead(Runnable decided) {
        killedAtStep(stepsUntilLead(), decided);
        assertThat(clinic.leads.all()).isEmpty();
    }

    /** One pass for each bulk, and one for each document in it: the touch, three workloads. */
    private static int stepsUntilLead() {
        return 1 + 1 + 1 + SimulatedAssignment.COORDINATORS.size() + 1;
    }

    /** Whether the work was long enough to be killed at this call of the store. */
    boolean killedAtStep(int call, Runnable work) {
        int last = clinic.stage.step() + call;
        clinic.stage.atEachStep(step -> {
            if (step == last) {
                throw new Killed();
            }
        });
        try {
            work.run();
            return false;
        } catch (Killed asPlanned) {
            return true;
        } finally {
            clinic.stage.atEachStep(step -> {});
        }
    }

    public void close(LeadId id) {
        close(id, CloseReason.NOT_READY);
    }

    public void close(LeadId id, CloseReason reason) {
        Lead shown = lead(id);
        assertThat(clinic.leads.write(List.of(shown.closed(reason, clinic.clock.instant()))))
                .isNotEmpty();
    }

    /** Everybody works until nothing is left to do, every call is over, and all promises are checked. */
    public void toRest() {
        for (int batches = 0; clinic.inquiries.anyDue(clinic.clock.instant()); batches++) {
            assertThat(batches).as("batches until rest").isLessThan(100);
            worker().takeOneBatch();
        }
        clinic.clock.advance(Duration.ofHours(2));
        while (clinic.inquiries.anyDue(clinic.clock.instant())) {
            worker().takeOneBatch();
        }
        sweep();
        clinic.settleAll();
        RestChecks.of(clinic, false);
    }

    void sweep() {
        for (int repairs = 0; !clinic.halfMerged().isEmpty(); repairs++) {
            assertThat(repairs).as("repairs until no half merge is left").isLessThan(100);
            clinic.sweep.repair(clinic.halfMerged().get(0));
        }
    }

    public Lead lead(LeadId id) {
        Lead lead = clinic.leads.now(id);
        assertThat(lead).isNotNull();
        return java.util.Objects.requireNonNull(lead);
    }

    public List<Lead> open() {
        List<Lead> open = new ArrayList<>(clinic.living());
        open.removeIf(lead -> !lead.open());
        return open;
    }

    /** The living lead that this message belongs to. */
    public Lead leadOf(SourceId id) {
        var touch = java.util.Objects.requireNonNull(clinic.touches.now(id));
        return clinic.root(touch.leadId()).orElseThrow();
    }
}
