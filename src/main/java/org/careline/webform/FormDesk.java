package org.careline.webform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.inbox.Acceptance;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.InquiryParser;
import org.careline.inbox.ParsedInquiry;
import org.careline.webform.JustSent.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about a form that was sent. */
@Component
class FormDesk {

    private final InquiryInbox inbox;
    private final InquiryParser parser;
    private final FormTokens tokens;
    private final WebformSettings settings;
    private final FormPromises promises;
    private final JustSent sent;
    private final Crowding crowding;
    private final Clock clock;

    FormDesk(
            InquiryInbox inbox,
            InquiryParser parser,
            FormTokens tokens,
            WebformSettings settings,
            FormPromises promises,
            JustSent sent,
            Crowding crowding,
            Clock clock) {
        this.inbox = inbox;
        this.parser = parser;
        this.tokens = tokens;
        this.settings = settings;
        this.promises = promises;
        this.sent = sent;
        this.crowding = crowding;
        this.clock = clock;
    }

    /** A form to be filled in by somebody at this address. */
    FormToken fetch(String form, String address) {
        crowding.fetched(address);
        return tokens.issue(form);
    }

    /** @param address from where it was sent */
    FormOutcome take(String form, FormPost post, String address) {
        Optional<FormToken> token = tokens.valid(form, post.token());
        ParsedInquiry parsed = parser.parse(post.fields());
        if (parsed instanceof ParsedInquiry.Faulty faulty) {
            return new FormOutcome.Again(token.orElseGet(() -> tokens.issue(form)), faulty.faults());
        }
        if (token.isEmpty()) {
            return new FormOutcome.Again(tokens.issue(form), List.of());
        }
        return accept(form, token.get(), post, (ParsedInquiry.Understood) parsed, address);
    }

    /** The token it carried if that is still good, else a fresh one. */
    FormToken token(String form, FormPost post) {
        return tokens.valid(form, post.token()).orElseGet(() -> tokens.issue(form));
    }

    private FormOutcome accept(
            String form, FormToken token, FormPost post, ParsedInquiry.Understood understood, String address) {
        Instant now = clock.instant();
        boolean crowd = crowding.tooMany(address, understood.sender());
        Inquiry inquiry = understood.received(token.source(), now, suspicion(token, post, crowd, now));
        Acceptance acceptance = inbox.accept(inquiry, understood.known(now));
        if (acceptance instanceof Acceptance.Accepted accepted) {
            String receipt = accepted.receipt().value();
            sent.remember(receipt, sent(form, understood, now));
            return new FormOutcome.Taken(receipt);
        }
        return acceptance instanceof Acceptance.KeyReused
                ? new FormOutcome.Again(tokens.issue(form), List.of())
                : new FormOutcome.NoRoom();
    }

    private Sent sent(String form, ParsedInquiry.Understood understood, Instant now) {
        return new Sent(
                promises.told(form, understood, now), understood.sender().phone(), !understood.callable());
    }

    private Inquiry.@Nullable Suspicion suspicion(FormToken token, FormPost post, boolean crowd, Instant now) {
        if (post.honeypot()) {
            return Inquiry.Suspicion.HONEYPOT;
        }
        if (Duration.between(token.issuedAt(), now).compareTo(settings.minFillTime()) < 0) {
            return Inquiry.Suspicion.FILLED_IN_TOO_FAST;
        }
        return crowd ? Inquiry.Suspicion.TOO_MANY : null;
    }
}
