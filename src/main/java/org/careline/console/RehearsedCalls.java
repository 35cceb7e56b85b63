package org.careline.console;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careline.inbox.InquiryDesk;
import org.careline.inbox.InquiryStatus;
import org.careline.inbox.Receipts;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.rehearsal.LineView;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.store.GuardedStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rehearsal phone network, as the console uses it; it is there only while no account is set. */
@Component
class RehearsedCalls {

    /** More calls at a time than this are no rehearsal that one can follow. */
    static final int MOST = 5;

    /** Numbers that are nobody's (NANPA: 555-0100 to 555-0199), in several places. */
    private static final List<String> NOBODYS = Stream.of("212", "305", "415", "617", "786")
            .flatMap(area -> IntStream.range(100, 200).mapToObj(last -> "+1" + area + "5550" + last))
            .toList();

    private static final String NO_LEAD_YET = "It is no lead yet.";

    private final ObjectProvider<PhoneNetwork> network;
    private final GuardedStore<SourceId, Touch> touches;
    private final InquiryDesk inquiries;
    private final Receipts receipts;
    private final SecureRandom random = new SecureRandom();

    RehearsedCalls(
            ObjectProvider<PhoneNetwork> network,
            GuardedStore<SourceId, Touch> touches,
            InquiryDesk inquiries,
            Receipts receipts) {
        this.network = network;
        this.touches = touches;
        this.inquiries = inquiries;
        this.receipts = receipts;
    }

    boolean there() {
        return network().isPresent();
    }

    Optional<PhoneNetwork> network() {
        return Optional.ofNullable(network.getIfAvailable());
    }

    /** A number from which nobody has called lately. */
    String newNumber(PhoneNetwork phones) {
        Set<String> used = phones.view().lines().stream().map(LineView::phone).collect(Collectors.toSet());
        List<String> free =
                NOBODYS.stream().filter(number -> !used.contains(number)).toList();
        List<String> some = free.isEmpty() ? NOBODYS : free;
        return some.get(random.nextInt(some.size()));
    }

    static boolean full(PhoneNetwork phones) {
        return phones.view().live().stream().filter(LineView::inbound).count() >= MOST;
    }

    /** What became of a call, with the reasons; empty until it is a touch of a lead. */
    Optional<Touch> touch(String call) {
        SourceId source = SourceId.of(Channel.CALL, call);
        return Optional.ofNullable(touches.find(List.of(source)).get(source));
    }

    /** What became of a call that is no touch of a lead, in words. */
    String became(String call) {
        return inquiries
                .find(receipts.of(SourceId.of(Channel.CALL, call)))
                .map(RehearsedCalls::words)
                .orElse(NO_LEAD_YET);
    }

    private static String words(InquiryStatus status) {
        String reason = Objects.requireNonNullElse(status.reason(), "");
        return switch (status.state()) {
            case ACCEPTED, DONE -> NO_LEAD_YET;
            case UNPLACED -> "Kept as unplaced: " + why(reason) + " It waits for a human look.";
            case SUSPECT -> "Kept as suspect: it waits for a human look.";
            case PARKED -> "Parked: a failure of ours. It waits for a person, who can have it tried again.";
            case REFUSED -> "Refused: " + why(reason);
        };
    }

    private static String why(String reason) {
        return switch (reason) {
            case "withheld-number" -> "the number was withheld and no message was left, so nobody can be called.";
            case "unknown-clinic-number" -> "the number that was dialled is none of the clinic\u2019s.";
            case "own-number" -> "the number is the clinic\u2019s own.";
            case "staff-number" -> "the number is a coordinator\u2019s.";
            case "tracking-number" -> "the number is one that the clinic is found by.";
            case "blocked-number" -> "the number is blocked.";
            default -> Labels.plain(reason) + ".";
        };
    }
}
