package org.careline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.CloseReason;
import org.careline.lead.Contacts;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Person;
import org.careline.lead.Related;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.Match.NewLead;
import org.careline.matching.Match.OnePerson;
import org.careline.matching.Match.SameLead;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One test for each rule of the duplicate policy. */
@Holds(Promise.P1)
class LeadMatcherTests {

    private static final Instant OPENING = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant NOW = OPENING.plus(Duration.ofHours(1));
    private static final ContactPoint PHONE = new PhoneNumber("+13055550123");
    private static final ContactPoint MAIL = new EmailAddress("maya@example.org");

    private final LeadMatcher matcher = new LeadMatcher();

    @Test
    void nobodyKnownIsANewLead() {
        Match match = asked("Maya Ortiz", Set.of(PHONE));

        assertThat(match).isInstanceOf(NewLead.class);
        assertThat(rule(match)).isEqualTo("unknown-person");
        assertThat(match.review()).isFalse();
    }

    @Test
    void theSamePhoneWithANameThatFitsIsTheSameLead() {
        Lead maya = lead(1, "Maya Ortiz", PHONE);

        assertThat(asked("M. Ortiz", Set.of(PHONE), maya))
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead, SameLead::confirmed)
                .containsExactly(maya, true);
        assertThat(asked(null, Set.of(PHONE), maya)).isInstanceOf(SameLead.class);
    }

    @Test
    void theSamePhoneWithAnotherNameIsANewLeadLinkedForReview() {
        Lead maya = lead(1, "Maya Ortiz", PHONE);

        Match match = asked("Bob Stone", Set.of(PHONE), maya);

        assertThat(match).isInstanceOf(NewLead.class);
        assertThat(match.links()).containsExactly(new Related(maya.id(), Related.Kind.SHARES_PHONE));
        assertThat(match.review()).isTrue();
        assertThat(rule(match)).isEqualTo("names-conflict");
    }

    @Test
    void theSameMailWithAnotherPhoneIsTheSameLead() {
        Lead maya = lead(1, "Maya Ortiz", MAIL);

        assertThat(asked("Maya Ortiz", Set.of(PHONE, MAIL), maya)).isInstanceOf(SameLead.class);
    }

    @Test
    void twoOpenLeadsOfOnePersonAreMergedIntoTheOlder() {
        Lead older = lead(1, null, PHONE);
        Lead younger = lead(2, "Maya Ortiz", MAIL);

        Match match = asked("Maya", Set.of(PHONE, MAIL), younger, older);

        assertThat(match)
                .asInstanceOf(type(OnePerson.class))
                .extracting(OnePerson::winner, OnePerson::losers)
                .containsExactly(older, List.of(younger));
    }

    @Test
    void ofTwoThatCannotBeOneTheStrongerIsTakenAndReviewed() {
        Lead byPhone = lead(1, "Maya Ortiz", PHONE);
        Lead byMail = lead(2, "Maya Stone", MAIL);

        Match match = asked("Maya", Set.of(PHONE, MAIL), byPhone, byMail);

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead)
                .isEqualTo(byMail);
        assertThat(match.links()).containsExactly(new Related(byPhone.id(), Related.Kind.POSSIBLE_DUPLICATE));
        assertThat(match.review()).isTrue();
    }

    @Test
    void aNamelessContactOnASharedPhoneJoinsTheLatestUnconfirmed() {
        Lead maya = lead(1, "Maya Ortiz", PHONE);
        Lead bob = lead(2, "Bob Stone", PHONE);

        Match match = asked(null, Set.of(PHONE), maya, bob);

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead, SameLead::confirmed)
                .containsExactly(bob, false);
        assertThat(match.review()).isTrue();
    }

    @Test
    void aLeadClosedLatelyOpensAgain() {
        Lead closed = lead(1, "Maya Ortiz", PHONE).closed(CloseReason.NOT_READY, OPENING);

        Match match = asked(null, Set.of(PHONE), closed);

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead)
                .isEqualTo(closed);
        assertThat(rule(match)).isEqualTo("reopened");
    }

    @Test
    void aLeadClosedNinetyDaysAgoIsAnEarlierEpisode() {
        Instant closing = OPENING.plusSeconds(60);
        Lead closed = lead(1, "Maya Ortiz", PHONE).closed(CloseReason.NOT_READY, closing);
        Instant later = closing.plus(Duration.ofDays(90));

        Match justInTime = matcher.match(question(null, later.minusMillis(1), Set.of(PHONE), null, closed));
        Match match = matcher.match(question(null, later, Set.of(PHONE), null, closed));

        assertThat(justInTime).isInstanceOf(SameLead.class);
        assertThat(match).isInstanceOf(NewLead.class);
        assertThat(match.links()).containsExactly(new Related(closed.id(), Related.Kind.EARLIER_EPISODE));
        assertThat(match.review()).isFalse();
    }

    @Test
    void whoMayNotBeContactedBeginsANewEpisode() {
        Lead closed = lead(1, "Maya Ortiz", PHONE).closed(CloseReason.DO_NOT_CONTACT, OPENING);

        assertThat(rule(asked(null, Set.of(PHONE), closed))).isEqualTo("new-episode");
    }

    @Test
    void aContactOlderThanTheClosingOpensNothing() {
        Lead closed = lead(1, "Maya Ortiz", PHONE).closed(CloseReason.NOT_READY, NOW.plusSeconds(1));

        Match match = asked(null, Set.of(PHONE), closed);

        assertThat(rule(match)).isEqualTo("before-closing");
        assertThat(match.review()).isTrue();
    }

    @Test
    void aReopenedLeadBringsTheOpenOneAtItsOtherPoint() {
        Lead closed = lead(1, null, PHONE, MAIL).closed(CloseReason.NOT_READY, OPENING.plusSeconds(30));
        Lead open = lead(60, null, MAIL);

        assertThat(asked(null, Set.of(PHONE), closed, open))
                .asInstanceOf(type(OnePerson.class))
                .extracting(OnePerson::winner, OnePerson::losers)
                .containsExactly(closed, List.of(open));
    }

    @Test
    void whoJoinsAnOpenLeadLinksItWithTheClosedOneAtItsPoints() {
        Lead closed = lead(1, null, MAIL).closed(CloseReason.NOT_READY, OPENING.plusSeconds(30));
        Lead open = lead(60, null, PHONE);

        Match match = asked(null, Set.of(PHONE, MAIL), closed, open);

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead)
                .isEqualTo(open);
        assertThat(match.links()).containsExactly(new Related(closed.id(), Related.Kind.POSSIBLE_DUPLICATE));
        assertThat(match.review()).isFalse();
    }

    @Test
    void theTouchIsTheDecision() {
        Lead bob = lead(1, "Bob Stone", PHONE);
        Lead maya = lead(2, "Maya Ortiz", PHONE);

        Match match = matcher.match(question(null, NOW, Set.of(PHONE), touchOn(bob), bob, maya));

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead)
                .isEqualTo(bob);
    }

    @Test
    void aDecidedContactThatMeetsTwoPeopleIsReviewed() {
        Lead own = lead(3, null, PHONE, MAIL);
        Lead bob = lead(1, "Bob Stone", MAIL);
        Lead maya = lead(2, "Maya Ortiz", MAIL);

        Match match = matcher.match(question(null, NOW, Set.of(PHONE, MAIL), touchOn(own), own, bob, maya));

        assertThat(match)
                .asInstanceOf(type(SameLead.class))
                .extracting(SameLead::lead)
                .isEqualTo(own);
        assertThat(match.links()).extracting(Related::id).containsExactlyInAnyOrder(bob.id(), maya.id());
        assertThat(match.review()).isTrue();
    }

    @Test
    void aDecidedLeadThatIsMissingIsMade() {
        SourceId source = new SourceId("form:asked");
        Touch touch = touchOn(LeadId.madeBy(source));

        assertThat(rule(matcher.match(question(null, NOW, Set.of(PHONE), touch))))
                .isEqualTo("lead-of-its-own");
    }

    @Test
    void aTouchMovesWhenItsLeadGotAnotherName() {
        Lead bob = lead(1, "Bob Stone", PHONE);

        Match match = matcher.match(question("Maya Ortiz", NOW, Set.of(PHONE), touchOn(bob), bob));

        assertThat(match).isInstanceOf(NewLead.class);
        assertThat(rule(match)).isEqualTo("names-conflict");
    }

    @Test
    @Holds(Promise.P8)
    void theExplanationMasksWhatItCompares() {
        Lead maya = lead(1, "Maya Ortiz", PHONE);

        assertThat(asked("Maya Ortiz", Set.of(PHONE), maya).why().evidence().toString())
                .contains("+…23", "M…")
                .doesNotContain("3055550123", "Ortiz");
    }

    private Match asked(@Nullable String name, Set<ContactPoint> points, Lead... leads) {
        return matcher.match(question(name, NOW, points, null, leads));
    }

    private static MatchQuestion question(
            @Nullable String name, Instant at, Set<ContactPoint> points, @Nullable Touch touch, Lead... leads) {
        Map<ContactPoint, ContactPointEntry> entries = new HashMap<>();
        Map<LeadId, Lead> byId = new HashMap<>();
        for (Lead lead : leads) {
            byId.put(lead.id(), lead);
            lead.person()
                    .points()
                    .forEach(key -> entries.merge(
                            key,
                            ContactPointEntry.unused(key).with(lead.id()),
                            (known, added) -> known.with(lead.id())));
        }
        return new MatchQuestion(
                new SourceId("form:asked"),
                at,
                name == null ? null : new PersonName(name),
                points,
                List.of(),
                touch,
                new LeadsInView(entries, byId));
    }

    private static Lead lead(int second, @Nullable String name, ContactPoint... points) {
        Set<PersonName> names = name == null ? Set.of() : Set.of(new PersonName(name));
        return Lead.openedBy(Contacts.of(
                new SourceId("form:" + second),
                OPENING.plusSeconds(second),
                OPENING.plusSeconds(second).plus(Lead.FIRST_RESPONSE),
                new Person(names, Set.of(points), Set.of(), null),
                Map.of(),
                null,
                true));
    }

    private static Touch touchOn(Lead lead) {
        return touchOn(lead.id());
    }

    private static Touch touchOn(LeadId lead) {
        return new Touch(
                new SourceId("form:asked"),
                1,
                lead,
                Touch.Direction.IN,
                NOW,
                null,
                null,
                false,
                List.of(),
                List.of(),
                null);
    }

    private static String rule(Match match) {
        return match.why().rule();
    }
}
