package org.careline.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.careline.followup.AttemptReport;
import org.careline.lead.ActId;
import org.careline.lead.CloseReason;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.LeadId;
import org.careline.lead.Outcome;
import org.careline.staff.CoordinatorId;
import org.careline.store.contract.Desks.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product's own promises where many want the same at once, through two nodes: what people are told to have done with a
 * lead is what became of it, and everybody who comes is one lead, also while the lease that keeps one node busy is switched
 * off. What makes that true is the guard and nothing else, so a store whose guard does not hold must be found out.
 */
@Tag("contended")
class NodesContractTests extends StoreContract {

    private static final int MOST_RACES = 8;

    private TwoNodes nodes;
    private Desks desks;

    @BeforeEach
    void openTheNodes() {
        nodes = store.nodes();
        desks = new Desks(nodes);
        nodes.meddled(Ways.FREE);
    }

    @AfterEach
    void leaveThemAlone() {
        nodes.meddled(Ways.FREE);
    }

    @Test
    void theDocumentationSaysWhichCollectionsAreShardedAndWhichStayWhole() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "go-live.md"));
        desks.claims(desks.newLead());

        assertThat(database.listCollectionNames().into(new HashSet<>()))
                .filteredOn(name -> !name.equals(THINGS))
                .isNotEmpty()
                .allMatch(name -> page.contains("sh.shardCollection(\"careline." + name + "\"")
                        || page.contains("`" + name + "`"));
    }

    @Test
    void aLeadIsClaimedByOne() {
        LeadId lead = desks.newLead();

        Set<CoordinatorId> granted = desks.claims(lead);

        assertThat(granted)
                .isSubsetOf(Objects.requireNonNull(desks.file(lead).lead().owner()));
        assertThat(nodes.lostSince()).isZero();
    }

    @Test
    void everyOutcomeThatWasTakenIsCounted() {
        LeadId lead = desks.newLead();

        List<Told> told = desks.everybody(
                (desk, by) -> desk.attempted(lead, by, AttemptReport.of(Outcome.NO_ANSWER), null, ActId.fresh()));

        assertThat(desks.faults(lead, told)).isEmpty();
        assertThat(nodes.lostSince()).isZero();
    }

    @Test
    void aLeadIsClosedOnceAmongNotes() {
        LeadId lead = desks.newLead();

        List<Told> told = desks.everybody((desk, by) -> by.coordinator().equals(Desks.COORDINATORS.get(0))
                ? desk.close(lead, by, CloseReason.SPAM, null, ActId.fresh())
                : desk.note(lead, by, "spoke to her mother", ActId.fresh()));

        assertThat(desks.faults(lead, told)).isEmpty();
        assertThat(told)
                .filteredOn(one -> one.act() != null && one.act().what() == CoordinatorAct.What.CLOSE)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(nodes.lostSince()).isZero();
    }

    @Test
    void withoutALeaseEverybodyIsOneLead() {
        nodes.meddled(BothAtWork.withoutLease());

        Race race = new Race(nodes, 0);

        assertThat(race.settled(race.begin())).isEmpty();
        assertThat(nodes.lostSince()).isZero();
    }

    @Test
    void amongTwoZombiesEverybodyIsOneLead() {
        nodes.meddled(BothAtWork.zombies());

        Race race = new Race(nodes, Race.PERSONS);

        assertThat(race.settled(race.begin())).isEmpty();
        assertThat(nodes.lostSince()).isZero();
    }

    @Test
    void aStoreWhoseGuardDoesNotHoldIsFoundOutAtTheDesks() {
        nodes.meddled(Ways.FREE.to(new Unguarded()));
        LeadId lead = desks.newLead();

        List<Told> told = desks.everybody((desk, by) -> desk.note(lead, by, "spoke to her mother", ActId.fresh()));

        assertThat(desks.faults(lead, told)).isNotEmpty();
        assertThat(nodes.lostSince()).isPositive();
    }

    @Test
    void aStoreWhoseGuardDoesNotHoldIsFoundOutByTheRace() {
        nodes.meddled(BothAtWork.zombies().to(new Unguarded()));

        assertFoundOutBy(new Race(nodes, 2 * Race.PERSONS));
    }

    @Test
    void aStoreThatChecksFirstAndWritesLaterIsFoundOutByTheRace() {
        nodes.meddled(BothAtWork.zombies().to(new ChecksFirst(database)));

        assertFoundOutBy(new Race(nodes, 3 * Race.PERSONS));
    }

    @Test
    void aStoreThatChecksFirstAndWritesLaterIsFoundOutAtTheDesks() {
        nodes.meddled(Ways.FREE.to(new ChecksFirst(database)));
        LeadId lead = desks.newLead();

        List<Told> told = desks.everybody((desk, by) -> desk.note(lead, by, "spoke to her mother", ActId.fresh()));

        assertThat(desks.faults(lead, told)).isNotEmpty();
        assertThat(nodes.lostSince()).isPositive();
    }

    /** What needs an unlucky instant does not happen in every race. */
    private void assertFoundOutBy(Race race) {
        boolean found = IntStream.range(0, MOST_RACES).anyMatch(number -> {
            race.untilDecidedOr(() -> nodes.lostSince() > 0, race.begin());
            return nodes.lostSince() > 0;
        });
        assertThat(found).isTrue();
    }
}
