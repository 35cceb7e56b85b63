package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.speech.Clinic;
import org.careline.speech.SpokenLanguages;
import org.junit.jupiter.api.Test;

/** A call is made of its webhook once. */
class IncomingCallTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    void theNumberSaysWhoseCallItIsAndInWhichLanguageItsCallerIsSpokenTo() {
        IncomingCall call = call(Clinic.SPANISH_NUMBER, Clinic.CALLER, Optional.empty());

        assertThat(call.number()).contains(Clinic.SPANISH);
        assertThat(call.spoken()).isEqualTo(SpokenLanguages.SPANISH);
        assertThat(call.phone()).contains(new PhoneNumber(Clinic.CALLER));
        assertThat(call.language()).isNull();
        assertThat(call.inquiry(NOW).attribution()).containsEntry("source", "radio");
    }

    @Test
    void whatTheAddressSaysComesBeforeTheNumber() {
        IncomingCall call = call(Clinic.SPANISH_NUMBER, Clinic.CALLER, Optional.of(SpokenLanguages.ENGLISH_BY_CHOICE));

        assertThat(call.spoken()).isEqualTo(SpokenLanguages.ENGLISH_BY_CHOICE);
        assertThat(call.language()).isEqualTo(new Language("en"));
    }

    @Test
    void anotherLanguageIsTheSameCall() {
        IncomingCall call = call(Clinic.NUMBER, Clinic.CALLER, Optional.empty());
        IncomingCall other = call.in(SpokenLanguages.SPANISH_BY_CHOICE);

        assertThat(other.source()).isEqualTo(call.source());
        assertThat(other.number()).isEqualTo(call.number());
        assertThat(other.party(false).language()).isEqualTo(new Language("es"));
    }

    @Test
    void aNumberOfNoClinicIsKeptAsItCame() {
        IncomingCall call = call("sip:desk@example.org", "", Optional.empty());

        assertThat(call.number()).isEmpty();
        assertThat(call.spoken()).isEqualTo(SpokenLanguages.EVERY);
        assertThat(call.inquiry(NOW).details()).isEqualTo(InquiryDetails.byCall("sip:desk@example.org"));
        assertThat(call.inquiry(NOW).attribution()).isEmpty();
        assertThat(call.inquiry(NOW).sender()).isEqualTo(Sender.WITHHELD);
    }

    @Test
    void noNumberStandsInALog() {
        assertThat(call(Clinic.NUMBER, Clinic.CALLER, Optional.empty()).toString())
                .doesNotContain(Clinic.CALLER);
    }

    private static IncomingCall call(String to, String from, Optional<SpokenLanguages> chosen) {
        WebhookForm form =
                new WebhookForm(Map.of("CallSid", List.of(Clinic.CALL), "To", List.of(to), "From", List.of(from)));
        return IncomingCall.of(form, chosen, Clinic.NUMBERS);
    }
}
