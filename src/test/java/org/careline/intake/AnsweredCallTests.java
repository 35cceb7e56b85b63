package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.P1;

import java.time.Duration;
import java.util.List;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Happenings;
import org.careline.lead.Assignment.How;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;

/** Whose lead it is when somebody takes the person's call. */
class AnsweredCallTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private static final CoordinatorId CLEO = new CoordinatorId("cleo");

    private final Bench bench = new Bench();

    private void takesTheCall(CoordinatorId who, SourceId call, int second) {
        Fact fact = Fact.accepted(who.value(), Happenings.OPENING.plusSeconds(second), Duration.ofMinutes(1));
        bench.clinic.nodes.get(0).amend(call, fact, false);
        bench.worker().takeOneBatch();
    }

    private CoordinatorId ownerOf(SourceId call) {
        CoordinatorId owner = bench.leadOf(call).owner();
        assertThat(owner).isNotNull();
        return java.util.Objects.requireNonNull(owner);
    }

    @Test
    void whoeverTakesTheFirstCallOwnsTheLead() {
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();
        CoordinatorId planned = ownerOf(call);
        CoordinatorId other = planned.equals(BEN) ? CLEO : BEN;

        takesTheCall(other, call, 10);

        assertThat(ownerOf(call)).isEqualTo(other);
        assertThat(bench.leadOf(call).ownership().ledger()).last().satisfies(decision -> {
            assertThat(decision.how()).isEqualTo(How.ANSWER);
            assertThat(decision.why().rule()).isEqualTo("answered");
            assertThat(decision.why().text()).endsWith("took the call.");
        });
        bench.toRest();
        assertThat(ownerOf(call)).isEqualTo(other);
    }

    @Test
    void whoeverHasThePersonAfterAllOwnsTheLead() {
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();

        takesTheCall(BEN, call, 10);
        takesTheCall(CLEO, call, 20);

        bench.toRest();
        assertThat(ownerOf(call)).isEqualTo(CLEO);
    }

    @Test
    void theOwnerOfAReturningCallerStaysTheOwner() {
        SourceId first = bench.call("one", 0, P1);
        bench.toRest();
        CoordinatorId owner = ownerOf(first);

        SourceId second = bench.call("two", 8_000, P1);
        bench.worker().takeOneBatch();
        takesTheCall(owner.equals(ANA) ? BEN : ANA, second, 8_010);

        bench.toRest();
        assertThat(bench.open()).hasSize(1);
        assertThat(ownerOf(second)).isEqualTo(owner);
    }

    @Test
    void nobodyOwnedItYet() {
        bench.everybodyGoesHome();
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();
        assertThat(bench.leadOf(call).owner()).isNull();

        takesTheCall(CLEO, call, 10);

        assertThat(ownerOf(call)).isEqualTo(CLEO);
    }

    @Test
    void whoeverIsNotKnownTakesNothing() {
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();
        CoordinatorId planned = ownerOf(call);

        takesTheCall(new CoordinatorId("nobody"), call, 10);

        bench.toRest();
        assertThat(ownerOf(call)).isEqualTo(planned);
        assertThat(List.of(ANA, BEN, CLEO)).contains(planned);
    }
}
