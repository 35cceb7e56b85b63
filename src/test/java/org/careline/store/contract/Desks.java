package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.careline.assignment.AssignmentDesk;
import org.careline.contact.PhoneNumber;
import org.careline.followup.FollowUpDesk;
import org.careline.followup.ReportResult;
import org.careline.lead.Channel;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.careline.support.Actors;
import org.jspecify.annotations.Nullable;

/** What many people do with one lead at the same instant through two nodes. */
record Desks(TwoNodes nodes) {

    static final List<CoordinatorId> COORDINATORS =
            List.of(new CoordinatorId("ana"), new CoordinatorId("ben"), new CoordinatorId("cleo"));

    private static final int PEOPLE = 24;

    /** Who was told to have got it. */
    Set<CoordinatorId> claims(LeadId id) {
        return Together.all(PEOPLE, number -> {
                    CoordinatorId by = COORDINATORS.get(number % COORDINATORS.size());
                    AssignmentDesk desk = nodes.node(number / 3).its(AssignmentDesk.class);
                    return answered(() -> desk.claim(id, new Actor.Person(by)))
                            .filter(Changed.Written.class::isInstance)
                            .map(written -> by);
                })
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    List<Told> everybody(BiFunction<FollowUpDesk, Actor.Person, ReportResult> does) {
        return Together.all(PEOPLE, number -> {
            FollowUpDesk desk = nodes.node(number / 3).its(FollowUpDesk.class);
            return Told.of(answered(
                    () -> does.apply(desk, new Actor.Person(COORDINATORS.get(number % COORDINATORS.size())))));
        });
    }

    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (StoreUnavailable unknown) {
            return Optional.empty();
        }
    }

    /**
     * What one was told.
     *
     * @param act what they did; null if they were told that they did nothing, or nothing
     * @param unknown whether they were told nothing
     */
    record Told(@Nullable CoordinatorAct act, boolean unknown) {

        static Told of(Optional<ReportResult> answer) {
            return new Told(
                    answer.filter(ReportResult.Written.class::isInstance)
                            .map(done ->
                                    ((ReportResult.Written) done).lead().work().lastAct())
                            .orElse(null),
                    answer.isEmpty());
        }
    }

    /** What the lead's file says otherwise than people were told, in words. */
    List<String> faults(LeadId id, List<Told> told) {
        LeadWithHistory file = file(id);
        Set<String> there = file.acts().stream().map(act -> act.id().value()).collect(Collectors.toSet());
        Set<String> said = told.stream()
                .filter(one -> one.act() != null)
                .map(one -> one.act().id().value())
                .collect(Collectors.toSet());
        long unknown = told.stream().filter(Told::unknown).count();
        List<String> faults = new ArrayList<>();
        if (!there.containsAll(said)) {
            faults.add("acts that were said to be done are not there");
        }
        if (there.size() > said.size() + unknown) {
            faults.add("acts are there that nobody was told of");
        }
        if (file.lead().rev() < 1 + said.size()) {
            faults.add("rev " + file.lead().rev() + " after " + said.size() + " acts");
        }
        return faults;
    }

    LeadWithHistory file(LeadId id) {
        return nodes.node(0).its(LeadBook.class).find(id, Actors.TEST).orElseThrow();
    }

    LeadId newLead() {
        Instant now = nodes.node(0).its(Clock.class).instant();
        SourceId source = SourceId.of(Channel.FORM, UUID.randomUUID().toString());
        Person maya = new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), null);
        Lead lead = Lead.openedBy(Contacts.of(source, now, now.plus(Lead.FIRST_RESPONSE), maya, Map.of(), null, true));
        assertThat(nodes.node(0).leads().write(List.of(lead))).containsExactly(lead.id());
        return lead.id();
    }
}
