package org.careline.store.contract;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Acceptance;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipt;
import org.careline.inbox.Sender;
import org.careline.lead.Channel;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.store.StoreUnavailable;
import org.careline.support.Actors;

/**
 * Several people, each of whom comes many times at once through two nodes.
 *
 * @param first where their phone numbers begin, 555-0100 plus so many
 */
record Race(TwoNodes nodes, int first) {

    static final int PERSONS = 4;

    private static final int CONTACTS = 6;
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** All come at once, and are let in. */
    List<Receipt> begin() {
        List<Inquiry> inquiries =
                IntStream.range(0, PERSONS * CONTACTS).mapToObj(this::inquiry).toList();
        return Together.all(inquiries.size(), number -> {
            Acceptance answer = nodes.node(number).its(InquiryInbox.class).accept(inquiries.get(number));
            return ((Acceptance.Accepted) answer).receipt();
        });
    }

    /** Waits until all of it is decided, or something else has happened. */
    void untilDecidedOr(BooleanSupplier something, List<Receipt> receipts) {
        Awaitility.await()
                .atMost(SETTLED)
                .ignoreException(StoreUnavailable.class)
                .until(() -> something.getAsBoolean() || receipts.stream().allMatch(this::done));
    }

    private boolean done(Receipt receipt) {
        return status(receipt)
                .filter(known -> known.state() == InquiryState.DONE)
                .isPresent();
    }

    /** What is wrong once all of it is decided, in words. */
    List<String> settled(List<Receipt> receipts) {
        untilDecidedOr(() -> false, receipts);
        List<String> faults = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            int own = person;
            faults.addAll(faults(IntStream.range(0, receipts.size())
                    .filter(number -> number % PERSONS == own)
                    .mapToObj(receipts::get)
                    .toList()));
        }
        return faults;
    }

    private List<String> faults(List<Receipt> receipts) {
        LeadBook book = nodes.node(1).its(LeadBook.class);
        List<LeadId> said = receipts.stream()
                .flatMap(receipt -> status(receipt).map(InquiryStatus::leadId).stream())
                .toList();
        List<Lead> leads = book.living(said, Actors.TEST);
        if (leads.size() != 1) {
            return List.of("one person became " + leads.size() + " leads");
        }
        int touches = book.find(leads.get(0).id(), Actors.TEST)
                .orElseThrow()
                .touches()
                .size();
        return touches == CONTACTS ? List.of() : List.of(touches + " touches of " + CONTACTS);
    }

    private Optional<InquiryStatus> status(Receipt receipt) {
        return nodes.node(0).its(InquiryDesk.class).find(receipt);
    }

    private Inquiry inquiry(int number) {
        int person = number % PERSONS;
        return new Inquiry(
                SourceId.of(Channel.API, UUID.randomUUID().toString()),
                nodes.node(0).its(Clock.class).instant(),
                new Sender(
                        number % 2 == 0 ? new PersonName("Maya Ortiz") : null,
                        new PhoneNumber("+130555501%02d".formatted(first + person)),
                        EmailAddress.parse("maya%d.%d@example.org".formatted(first, number))
                                .orElseThrow()),
                new InquiryDetails("consultation", null, null, null, null, null, List.of(), null),
                Map.of(),
                null);
    }
}
