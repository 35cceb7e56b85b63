package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.lead.SomeLeads.MAYA;
import static org.careline.lead.SomeLeads.NINE;

import java.util.List;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, by which identities, and what may be printed of them. */
class PersonTests {

    private static final ContactPoint PHONE = new PhoneNumber("+13055550123");
    private static final ContactPoint MAIL = new EmailAddress("maya@example.org");

    private static Person named(String... names) {
        return new Person(
                Set.copyOf(List.of(names).stream().map(PersonName::new).toList()), Set.of(PHONE), Set.of(), null);
    }

    @Test
    void theFullestNameIsTheirs() {
        assertThat(named("M. Ortiz", "Maya Ortiz", "Maya").name()).isEqualTo(new PersonName("Maya Ortiz"));
        assertThat(named("Maya", "Mayu").name())
                .isEqualTo(named("Mayu", "Maya").name())
                .isEqualTo(new PersonName("Mayu"));
        assertThat(named().name()).isNull();
    }

    @Test
    @Holds(Promise.P1)
    void whoeverComesMustFitEveryNameThatWasGiven() {
        Person maya = named("Maya Ortiz", "M. Ortiz");

        assertThat(maya.fits(new PersonName("maya"))).isTrue();
        assertThat(maya.fits(new PersonName("Marco Ortiz"))).isFalse();
        assertThat(maya.fits((@Nullable PersonName) null)).isTrue();
        assertThat(maya.fits(named("Maya", "Marco"))).isFalse();
        assertThat(named().fits(maya)).isTrue();
        assertThat(maya.fits(named())).isTrue();
    }

    @Test
    void ofTwoWhoAreOneEverythingIsKept() {
        Person other =
                new Person(Set.of(new PersonName("Maya Ortiz")), Set.of(MAIL), Set.of("33102"), new Language("en"));

        Person both = MAYA.and(other);

        assertThat(both.names()).hasSize(2);
        assertThat(both.points()).containsExactlyInAnyOrder(PHONE, MAIL);
        assertThat(both.zips()).containsExactlyInAnyOrder("33101", "33102");
        assertThat(both.language()).isEqualTo(new Language("es"));
        assertThat(named().and(other).language()).isEqualTo(new Language("en"));
    }

    @Test
    void pointsAreShownInAnOrderThatDoesNotChange() {
        Person both = new Person(Set.of(), Set.of(PHONE, MAIL), Set.of(), null);

        assertThat(both.pointsInOrder()).containsExactly(MAIL, PHONE);
    }

    @Test
    @Holds(Promise.P10)
    void nothingThatIsPrintedReachesThem() {
        Person maya = new Person(
                Set.of(new PersonName("Maya Ortiz")), Set.of(PHONE, MAIL), Set.of("33101"), new Language("es"));
        Lead lead = SomeLeads.lead(0).receiving(SomeLeads.wroteOfDanger(1));

        assertThat(maya.toString()).doesNotContain("Maya", "Ortiz", "5550123", "maya@", "33101");
        assertThat(lead.toString()).doesNotContain("Maya", "5550123", "33101");
        assertThat(WrittenLead.of(lead, NINE).toString()).doesNotContain("5550123", "es");
        assertThat(SomeLeads.act(lead.id(), 1, SomeLeads.ANA).toString()).doesNotContain("Asks again");
        assertThat(new SafetyHold.End(NINE, SomeLeads.ANA, "With her sister.").toString())
                .doesNotContain("sister");
    }

    @Test
    void oneMessageMakesOneLeadWhoeverDecidesIt() {
        SourceId source = SourceId.of(Channel.FORM, "a");

        assertThat(LeadId.madeBy(source)).isEqualTo(LeadId.madeBy(new SourceId("form:a")));
        assertThat(LeadId.madeBy(source)).isNotEqualTo(LeadId.madeBy(SourceId.of(Channel.API, "a")));
        assertThat(LeadId.isOne(LeadId.madeBy(source).value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456",
                "0123456789abcdef012345678",
                "0123456789ABCDEF01234567",
                "zzzzzzzzzzzzzzzzzzzzzzzz"
            })
    void whatIsNoLeadIdIsNone(String text) {
        assertThat(LeadId.isOne(text)).isFalse();
        assertThatThrownBy(() -> new LeadId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aMessagesIdentityNamesItsChannel(Channel channel) {
        assertThat(SourceId.of(channel, "key").channel()).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "form", "form:", "letter:a", "form:a b", "form:é", "Form:a"})
    void whatIsNoMessagesIdentityIsNone(String text) {
        assertThatThrownBy(() -> new SourceId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherContentUnderOneKeyIsKeptBesideTheFirst() {
        SourceId first = SourceId.of(Channel.API, "order-7");

        assertThat(first.variant("abc").value()).isEqualTo("api:order-7#abc");
        assertThat(first.variant("abc").channel()).isEqualTo(Channel.API);
        assertThatThrownBy(() -> SourceId.of(Channel.API, "a".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAfterThreeReasonsALaterContactBeginsAnew(CloseReason reason) {
        assertThat(reason.reopens())
                .isEqualTo(
                        !Set.of(CloseReason.DO_NOT_CONTACT, CloseReason.EXISTING_PATIENT, CloseReason.DUPLICATE_MERGED)
                                .contains(reason));
    }
}
