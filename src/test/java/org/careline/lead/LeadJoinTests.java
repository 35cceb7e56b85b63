package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.act;
import static org.careline.lead.SomeLeads.due;
import static org.careline.lead.SomeLeads.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.End;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What contacts and merges do to a lead is a join: the same in any order, in any groups and however often. Each test is
 * repeated with other contacts; what fails names its seed.
 */
@Holds(Promise.P1)
class LeadJoinTests {

    private static final List<Kind> KINDS = List.of(Kind.WORDS, Kind.CRISIS_LINE, Kind.TRANSCRIPT);

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void contactsDoTheSameInAnyOrderAndHoweverOften(int seed) {
        Random chance = new Random(seed);
        Lead begun = Lead.openedBy(contact(chance, 0));
        List<Contact> contacts = contacts(chance, 1);

        Lead once = receiving(begun, contacts);

        assertThatIsOne(receiving(begun, shuffled(contacts, chance)), once);
        assertThatIsOne(receiving(begun, shuffled(twice(contacts), chance)), once);
        assertThatIsOne(receiving(once, shuffled(contacts, chance)), once);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterAnOutcomeTheyDoSoToo(int seed) {
        Random chance = new Random(seed);
        Lead tried = Lead.openedBy(contact(chance, 0))
                .attempted(
                        act(LeadId.madeBy(SomeLeads.form(0)), 20, ANA),
                        Stage.ATTEMPTING,
                        null,
                        due(Action.CALL, 240),
                        false);
        List<Contact> contacts = contacts(chance, 1);

        assertThatIsOne(receiving(tried, shuffled(twice(contacts), chance)), receiving(tried, contacts));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whetherAClosedLeadOpensDoesNotDependOnTheOrder(int seed) {
        Random chance = new Random(seed);
        Lead closed = Lead.openedBy(SomeLeads.wrote(0)).closed(CloseReason.NOT_READY, minute(20));
        List<Contact> contacts = contacts(chance, 1);

        Lead once = receiving(closed, contacts);
        Lead other = receiving(closed, shuffled(twice(contacts), chance));

        assertThat(other.open()).isEqualTo(once.open());
        assertThat(other.times()).isEqualTo(once.times());
        assertThat(other.work().safety()).isEqualTo(once.work().safety());
        assertThat(once.open()).isEqualTo(once.next() != null);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anOpenLeadIsOwedSomethingWhateverItIsTold(int seed) {
        Random chance = new Random(seed);
        Lead lead = Lead.openedBy(contact(chance, 0));

        for (Contact contact : contacts(chance, 1)) {
            lead = lead.receiving(contact).offTheLine(contact.source());
            assertThat(lead.next()).isNotNull();
            lead = chance.nextInt(3) == 0 ? lead.safe(end(chance)) : lead;
            assertThat(lead.next()).isNotNull();
            lead = lead.ripened(minute(chance.nextInt(200)));
            assertThat(lead.next()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergesDoTheSameInAnyOrderAndHoweverOften(int seed) {
        Random chance = new Random(seed);
        Lead winner = receiving(Lead.openedBy(contact(chance, 0)), contacts(chance, 1));
        List<Lead> losers = IntStream.range(1, 4)
                .mapToObj(one -> receiving(Lead.openedBy(contact(chance, 100 * one)), contacts(chance, 100 * one + 1)))
                .map(loser -> chance.nextBoolean() ? SomeLeads.owned(loser, BEN, 50) : loser)
                .map(loser -> loser.mergedInto(winner.id(), false))
                .toList();

        Lead once = absorbing(winner, losers);

        assertThat(absorbing(once, losers)).isEqualTo(once);
        assertThat(absorbing(winner, shuffled(losers, chance)))
                .usingRecursiveComparison()
                .ignoringFields("ownership")
                .isEqualTo(once);
        assertThat(once.merge().members()).hasSize(3).allMatch(id -> !id.equals(winner.id()));
        assertThat(once.next()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMergeKnowsWhatBothKnew(int seed) {
        Random chance = new Random(seed);
        Lead one = receiving(Lead.openedBy(contact(chance, 0)), contacts(chance, 1));
        Lead two = receiving(Lead.openedBy(contact(chance, 100)), contacts(chance, 101));

        Lead both = one.absorbing(two.mergedInto(one.id(), false));

        assertThat(both.person().names())
                .containsAll(one.person().names())
                .containsAll(two.person().names());
        assertThat(both.times().lastInboundAt())
                .isEqualTo(Collections.max(
                        List.of(one.times().lastInboundAt(), two.times().lastInboundAt())));
        assertThat(both.work().safety().causes())
                .extracting(Cause::source)
                .containsAll(
                        two.work().safety().causes().stream().map(Cause::source).toList());
        assertThat(both.due()).extracting(DueItem::what).doesNotHaveDuplicates();
        assertThat(both.work().safetyHold())
                .isEqualTo(one.work().safetyHold() || two.work().safetyHold());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timesAreJoinedInAnyOrderAndInAnyGroups(int seed) {
        Random chance = new Random(seed);
        ContactTimes one = history(chance);
        ContactTimes two = history(chance);
        ContactTimes three = history(chance);

        assertThat(one.and(two)).isEqualTo(two.and(one));
        assertThat(one.and(two).and(three)).isEqualTo(one.and(two.and(three)));
        assertThat(one.and(one)).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Holds(Promise.P5)
    void dangersAreJoinedInAnyOrderAndInAnyGroups(int seed) {
        Random chance = new Random(seed);
        SafetyHold one = hold(chance);
        SafetyHold two = hold(chance);
        SafetyHold three = hold(chance);

        assertThat(and(one, two)).isEqualTo(and(two, one));
        assertThat(and(and(one, two), three)).isEqualTo(and(one, and(two, three)));
        assertThat(and(one, one)).isEqualTo(one);
        assertThat(and(one, two).pending()).allMatch(cause -> pendingOrUnknown(one, cause));
    }

    private static boolean pendingOrUnknown(SafetyHold hold, Cause cause) {
        return hold.newAmong(List.of(cause)).size() == 1
                || hold.pending().stream()
                        .anyMatch(one -> one.source().equals(cause.source()) && one.kind() == cause.kind());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dueItemsOfOneKindAreJoinedInAnyOrderAndInAnyGroups(int seed) {
        Random chance = new Random(seed);
        List<DueItem> all = IntStream.range(0, 3)
                .mapToObj(any -> due(Action.CALL_BACK, chance.nextInt(9)).ripening(minute(chance.nextInt(9))))
                .toList();
        DueItem one = all.get(0);
        DueItem two = all.get(1);
        DueItem three = all.get(2);

        assertThat(one.earliest(two)).isEqualTo(two.earliest(one));
        assertThat(one.earliest(two).earliest(three)).isEqualTo(one.earliest(two.earliest(three)));
        assertThat(one.latest(two)).isEqualTo(two.latest(one));
        assertThat(one.latest(two).latest(three)).isEqualTo(one.latest(two.latest(three)));
        assertThat(one.earliest(one)).isEqualTo(one).isEqualTo(one.latest(one));
    }

    @Test
    void whereTheFirstContactCameFromIsKeptWhoeverIsHeardFirst() {
        Lead byPhoneThenByForm = Lead.openedBy(from(0, Map.of())).receiving(from(1, Map.of("utm_source", "letter")));
        Lead formIsHeardFirst = Lead.openedBy(from(5, Map.of("utm_source", "spring")))
                .receiving(from(1, Map.of("utm_source", "letter")))
                .receiving(from(0, Map.of()));

        assertThat(byPhoneThenByForm.times().attribution()).containsEntry("utm_source", "letter");
        assertThat(formIsHeardFirst.times().attribution()).containsEntry("utm_source", "letter");
    }

    /** But for who has taken somebody in danger, which begins anew with each danger that is learnt. */
    private static void assertThatIsOne(Lead lead, Lead other) {
        assertThat(lead)
                .usingRecursiveComparison()
                .ignoringFields("work.danger.taker")
                .isEqualTo(other);
    }

    private static Lead receiving(Lead lead, List<Contact> contacts) {
        Lead now = lead;
        for (Contact contact : contacts) {
            now = now.receiving(contact);
        }
        return now;
    }

    private static Lead absorbing(Lead winner, List<Lead> losers) {
        Lead now = winner;
        for (Lead loser : losers) {
            now = now.absorbing(loser);
        }
        return now;
    }

    private static SafetyHold and(SafetyHold one, SafetyHold other) {
        return one.and(other.causes());
    }

    private static <T> List<T> shuffled(List<T> all, Random chance) {
        List<T> other = new ArrayList<>(all);
        Collections.shuffle(other, chance);
        return other;
    }

    private static <T> List<T> twice(List<T> all) {
        List<T> doubled = new ArrayList<>(all);
        doubled.addAll(all);
        return doubled;
    }

    /** A message is one lead's; each lead has numbers of its own. */
    private static List<Contact> contacts(Random chance, int first) {
        return IntStream.range(first, first + 1 + chance.nextInt(6))
                .mapToObj(one -> contact(chance, one))
                .toList();
    }

    private static Contact contact(Random chance, int number) {
        long at = chance.nextInt(40);
        SourceId source = SomeLeads.call(number);
        boolean danger = chance.nextInt(4) == 0;
        Conversation talk = chance.nextInt(4) == 0
                ? new Conversation(source, chance.nextBoolean() ? ANA : BEN, minute(at), minute(at + 2), false)
                : null;
        return new Contact(
                source,
                minute(at),
                minute(at + 5),
                person(chance),
                attribution(chance),
                perhaps(chance, minute(at + 15)),
                chance.nextInt(5) > 0,
                perhaps(chance, minute(at + 60)),
                danger ? List.of(Cause.of(Kind.WORDS, minute(at), source)) : List.of(),
                talk);
    }

    private static Contact from(long at, Map<String, String> attribution) {
        return Contacts.of(SomeLeads.form(at), minute(at), minute(at + 5), SomeLeads.MAYA, attribution, null, true);
    }

    private static Person person(Random chance) {
        return new Person(
                chance.nextBoolean() ? Set.of() : Set.of(new PersonName(chance.nextBoolean() ? "Maya" : "Maya Ortiz")),
                Set.of(new PhoneNumber("+1305555012" + chance.nextInt(4))),
                chance.nextBoolean() ? Set.of() : Set.of("3310" + chance.nextInt(3)),
                chance.nextBoolean() ? null : new Language("es"));
    }

    private static Map<String, String> attribution(Random chance) {
        return chance.nextInt(3) == 0 ? Map.of() : Map.of("utm_source", "letter-" + chance.nextInt(5));
    }

    private static @Nullable Instant perhaps(Random chance, Instant at) {
        return chance.nextInt(3) == 0 ? at : null;
    }

    private static End end(Random chance) {
        return new End(minute(chance.nextInt(60)), chance.nextBoolean() ? ANA : BEN, "Reason " + chance.nextInt(3));
    }

    private static SafetyHold hold(Random chance) {
        SafetyHold hold = SafetyHold.NONE;
        for (int one = chance.nextInt(4); one > 0; one--) {
            Kind kind = KINDS.get(chance.nextInt(KINDS.size()));
            Cause cause = Cause.of(kind, minute(chance.nextInt(9)), SomeLeads.form(chance.nextInt(2)));
            hold = hold.and(List.of(cause));
            hold = chance.nextInt(3) == 0 ? hold.ended(end(chance)) : hold;
        }
        return hold;
    }

    private static ContactTimes history(Random chance) {
        long first = chance.nextInt(6);
        long from = first + chance.nextInt(3);
        Conversation talk = chance.nextBoolean()
                ? new Conversation(SomeLeads.call(chance.nextInt(3)), ANA, minute(from), minute(from + 1), false)
                : null;
        ContactTimes history = ContactTimes.of(minute(first), minute(first), attribution(chance), talk);
        history = chance.nextInt(3) == 0 ? history.settled(minute(chance.nextInt(9))) : history;
        history = chance.nextInt(3) == 0 ? history.closed(minute(chance.nextInt(9))) : history;
        return chance.nextInt(3) == 0 ? history.noticing(minute(200)) : history;
    }
}
