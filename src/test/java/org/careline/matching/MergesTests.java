package org.careline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Action;
import org.careline.lead.CloseReason;
import org.careline.lead.Contacts;
import org.careline.lead.DueItem;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.NextAction;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half merges are finished or taken back from their leads alone, the link next to the root first. */
@Holds(Promise.P1)
class MergesTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant NOW = NINE.plus(Duration.ofHours(1));

    private final Lead root = lead(0, "Maya Ortiz");

    private static Lead lead(int minute, @Nullable String name) {
        Instant at = NINE.plus(Duration.ofMinutes(minute));
        Set<PersonName> names = name == null ? Set.of() : Set.of(new PersonName(name));
        return Lead.openedBy(Contacts.of(
                new SourceId("form:at-" + minute),
                at,
                at.plus(Lead.FIRST_RESPONSE),
                new Person(names, Set.of(new PhoneNumber("+13055550123")), Set.of(), null),
                Map.of(),
                null,
                true));
    }

    private static Set<LeadId> members(Optional<Lead> repaired) {
        return repaired.orElseThrow().merge().members();
    }

    @Test
    void whoseNamesFitMayJoinAndWhoseDoNotMayNot() {
        assertThat(Merges.mayJoin(root, lead(1, "M. Ortiz"))).isTrue();
        assertThat(Merges.mayJoin(root, lead(1, null))).isTrue();
        assertThat(Merges.mayJoin(root, lead(1, "Ben Cole"))).isFalse();
        assertThat(Merges.mayJoin(lead(1, "Ben Cole"), root)).isFalse();
        assertThat(Merges.mayJoin(root, root)).isTrue();
    }

    @Test
    void whoWasSetApartMayNotJoinWhicheverSideSaysSo() {
        Lead other = lead(1, "Maya");
        Lead apart = root.without(Set.of(), other.id());

        assertThat(Merges.mayJoin(apart, other)).isFalse();
        assertThat(Merges.mayJoin(other, apart)).isFalse();
    }

    @Test
    void whoWasSetApartFromAMemberIsApartFromTheWholeFamily() {
        Lead sister = lead(2, "Maya");
        Lead family =
                lead(1, "Maya").absorbing(sister.mergedInto(lead(1, "Maya").id(), false));
        Lead apart = root.without(Set.of(), sister.id());

        assertThat(Merges.mayJoin(apart, family)).isFalse();
        assertThat(Merges.mayJoin(family, apart)).isFalse();
    }

    @Test
    void aHalfMergeIsFinishedByTheRoot() {
        Lead frozen = lead(1, "Maya").mergedInto(root.id(), false);

        Optional<Lead> repaired = Merges.repair(List.of(frozen, root), NOW);

        assertThat(repaired).map(Lead::id).contains(root.id());
        assertThat(members(repaired)).containsExactly(frozen.id());
        assertThat(Merges.repair(List.of(frozen, repaired.orElseThrow()), NOW)).isEmpty();
    }

    @Test
    void aHalfMergeWhoseNamesDoNotFitIsTakenBackInTwoWrites() {
        Lead frozen = lead(1, "Ben Cole").mergedInto(root.id(), false);

        Lead first = Merges.repair(List.of(frozen, root), NOW).orElseThrow();
        Lead second = Merges.repair(List.of(frozen, first), NOW).orElseThrow();

        assertThat(first.merge().apart()).containsExactly(frozen.id());
        assertThat(first.merge().members()).isEmpty();
        assertThat(second.id()).isEqualTo(frozen.id());
        assertThat(second.merged()).isFalse();
        assertThat(second.due()).containsExactly(DueItem.of(Action.CALL, NOW.plus(Lead.FIRST_RESPONSE), Set.of()));
    }

    @Test
    void whatAPersonOrderedIsFinishedWhateverTheNamesSay() {
        Lead frozen = lead(1, "Ben Cole").mergedInto(root.id(), true);

        assertThat(members(Merges.repair(List.of(frozen, root), NOW))).containsExactly(frozen.id());
    }

    /** A person put Ben into a nameless lead, and that went into Maya's meanwhile: nobody ordered the two together. */
    @Test
    void anOrderHoldsForTheVeryLeadThatItNamed() {
        Lead nameless = lead(1, null);
        Lead ben = lead(2, "Ben Cole").mergedInto(nameless.id(), true);
        Lead within = nameless.mergedInto(root.id(), false);
        Lead listed = root.absorbing(within);

        Lead repaired = Merges.repair(List.of(ben, within, listed), NOW).orElseThrow();

        assertThat(repaired.merge().members()).containsExactly(nameless.id());
        assertThat(repaired.merge().apart()).containsExactly(ben.id());
    }

    @Test
    void nothingIsJoinedToALeadThatWasClosedMeanwhile() {
        Lead frozen = lead(1, "Maya").mergedInto(root.id(), false);
        Lead closed = root.closed(CloseReason.NOT_READY, NOW);

        Lead repaired = Merges.repair(List.of(frozen, closed), NOW).orElseThrow();

        assertThat(repaired.merge().apart()).containsExactly(frozen.id());
        assertThat(repaired.open()).isFalse();
    }

    @Test
    void theLinkNextToTheRootIsRepairedFirst() {
        Lead middle = lead(1, "Maya").mergedInto(root.id(), false);
        Lead youngest = lead(2, "Maya").mergedInto(middle.id(), false);

        Lead first = Merges.repair(List.of(youngest, middle, root), NOW).orElseThrow();
        Lead second = Merges.repair(List.of(youngest, middle, first), NOW).orElseThrow();

        assertThat(first.merge().members()).containsExactly(middle.id());
        assertThat(second.merge().members()).containsExactlyInAnyOrder(middle.id(), youngest.id());
    }

    @Test
    void aChainWhoseEndWasNotSeenIsLeftAlone() {
        Lead gone = root.mergedInto(lead(9, "Maya").id(), false);
        Lead frozen = lead(1, "Maya").mergedInto(root.id(), false);

        assertThat(Merges.repair(List.of(frozen, gone), NOW)).isEmpty();
        assertThat(Merges.repair(List.of(root), NOW)).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever was interrupted: a few writes end it, each person is on one living lead, and each of those owes something. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyChainIsWholeAfterAFewRepairs(int seed) {
        List<Lead> chain = chain(new Random(seed));
        int writes = 0;

        Optional<Lead> repair = Merges.repair(chain, NOW);
        while (repair.isPresent()) {
            Lead written = repair.get();
            writes++;
            assertThat(writes).as("writes").isLessThan(20);
            chain.replaceAll(lead -> lead.id().equals(written.id()) ? written : lead);
            chain = upToTheFirstThatIsFree(chain);
            repair = Merges.repair(chain, NOW);
        }

        Lead end = chain.get(chain.size() - 1);
        List<LeadId> losers =
                chain.subList(0, chain.size() - 1).stream().map(Lead::id).toList();
        assertThat(end.merge().members()).containsAll(losers);
        assertThat(end.next()).extracting(NextAction::dueAt).isNotNull();
        assertThat(losers).noneMatch(end.merge().apart()::contains);
    }

    /** A lead that was released is on its own: those that were merged into it end there. */
    private static List<Lead> upToTheFirstThatIsFree(List<Lead> chain) {
        for (int at = 0; at < chain.size(); at++) {
            if (!chain.get(at).merged()) {
                return new ArrayList<>(chain.subList(0, at + 1));
            }
        }
        return chain;
    }

    private static List<Lead> chain(Random chance) {
        List<Lead> chain = new ArrayList<>();
        Lead above = lead(0, name(chance));
        chain.add(above);
        for (int one = 1; one <= 1 + chance.nextInt(3); one++) {
            Lead frozen = lead(one, name(chance)).mergedInto(above.id(), chance.nextInt(4) == 0);
            if (chance.nextBoolean()) {
                chain.set(0, chain.get(0).absorbing(frozen));
            }
            chain.add(0, frozen);
            above = frozen;
        }
        Lead end = chain.get(chain.size() - 1);
        if (chance.nextInt(4) == 0) {
            chain.set(chain.size() - 1, end.without(Set.of(), chain.get(0).id()));
        }
        return chain;
    }

    private static @Nullable String name(Random chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> null;
            case 1 -> "Maya Ortiz";
            default -> "Ben Cole";
        };
    }
}
