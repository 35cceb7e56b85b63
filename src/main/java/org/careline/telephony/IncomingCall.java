package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.speech.SpokenLanguages;
import org.careline.waiting.WaitingCaller;
import org.careline.waiting.WaitingId;
import org.jspecify.annotations.Nullable;

/**
 * A call as a webhook tells of it: made once at the door, by the one look-up of the number that was dialled.
 *
 * @param sid the carrier's identity of the call
 * @param dialled what was called, as the carrier writes it: E.164, unless it is an address of another kind
 * @param number it as a number of the clinic; empty if it is none
 * @param spoken in which languages the caller is spoken to
 * @param form what else this webhook tells
 */
record IncomingCall(
        String sid,
        String dialled,
        Optional<ClinicNumber> number,
        CallerIdentity caller,
        SpokenLanguages spoken,
        WebhookForm form) {

    /** @param chosen the languages that stand in the webhook's address; without any it is the number's */
    static IncomingCall of(WebhookForm form, Optional<SpokenLanguages> chosen, ClinicNumbers numbers) {
        String dialled = form.text("To");
        Optional<ClinicNumber> number = numbers.dialled(dialled);
        SpokenLanguages spoken =
                chosen.or(() -> number.map(SpokenLanguages::of)).orElse(SpokenLanguages.EVERY);
        return new IncomingCall(
                form.text("CallSid"), dialled, number, CallerIdentity.of(form.text("From")), spoken, form);
    }

    SourceId source() {
        return SourceId.of(Channel.CALL, sid);
    }

    /** Who it is in the waiting line; empty for a call that cannot wait. */
    Optional<WaitingId> waiting() {
        return WaitingId.read(sid);
    }

    /** How long they were in their queue, as the carrier says. */
    Duration inQueue() {
        return form.seconds("QueueTime").orElse(Duration.ZERO);
    }

    /** The call as something that asks for a lead. */
    Inquiry inquiry(Instant at) {
        return new Inquiry(
                source(),
                at,
                phone().map(Sender::caller).orElse(Sender.WITHHELD),
                InquiryDetails.byCall(dialled),
                number.map(ClinicNumber::attribution).orElse(Map.of()),
                null);
    }

    /** The same call, spoken to in other languages. */
    IncomingCall in(SpokenLanguages other) {
        return new IncomingCall(sid, dialled, number, caller, other, form);
    }

    /** The same call, spoken to as whoever waits was. */
    IncomingCall as(WaitingCaller party) {
        return SpokenLanguages.read(party.spoken()).map(this::in).orElse(this);
    }

    /** The caller's own number; empty if they withhold it. */
    Optional<PhoneNumber> phone() {
        return caller instanceof Known known ? Optional.of(known.number()) : Optional.empty();
    }

    /** The language that the caller chose; null if they did not. */
    @Nullable Language language() {
        return spoken.choice().map(language -> new Language(language.tag)).orElse(null);
    }

    /** The caller as the waiting line knows them. */
    WaitingCaller party(boolean recorded) {
        return new WaitingCaller(dialled, phone().orElse(null), spoken.text(), language(), recorded);
    }
}
