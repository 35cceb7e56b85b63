package org.careline.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDesk.Resting;

/**
 * What a line shows of inquiries that were set aside: one, or all that were set aside for the same reason with the same
 * words. Its methods are public, for templates call no others.
 *
 * @param receipts of all of them
 * @param reason in words
 * @param when the first of them came, by the clinic's clock
 * @param channel how it came
 * @param who the first one's name, phone and e-mail as far as they were given; empty if nothing was
 * @param message the words that all of them have in common; empty if there are none
 */
record AsideRow(
        List<String> receipts, String reason, String when, String channel, List<String> who, Optional<String> message) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    /** Those that came in a crowd are one, whatever else they say or do not. */
    private static final String CROWD = "too-many";

    /** The lines of a page, in the order of the oldest of each. */
    static List<AsideRow> of(List<Resting> all, ZoneId zone) {
        Map<List<String>, List<Resting>> alike = new LinkedHashMap<>();
        for (Resting one : all) {
            Optional<String> message = message(one.inquiry());
            List<String> key = message.isEmpty() && !reason(one).equals(CROWD)
                    ? List.of(one.status().receipt().value())
                    : List.of(reason(one), message.orElse("").strip().toLowerCase(Locale.ROOT));
            alike.computeIfAbsent(key, none -> new ArrayList<>()).add(one);
        }
        return alike.values().stream().map(group -> line(group, zone)).toList();
    }

    private static AsideRow line(List<Resting> group, ZoneId zone) {
        Inquiry first = group.get(0).inquiry();
        Instant at = first.at();
        return new AsideRow(
                group.stream().map(one -> one.status().receipt().value()).toList(),
                Labels.plain(reason(group.get(0))),
                TIME.format(at.atZone(zone)),
                Labels.of(first.id().channel()),
                who(first),
                message(first));
    }

    private static Optional<String> message(Inquiry inquiry) {
        return Optional.ofNullable(inquiry.details().message());
    }

    private static String reason(Resting one) {
        return Objects.requireNonNullElse(one.status().reason(), "");
    }

    private static List<String> who(Inquiry inquiry) {
        PersonName name = inquiry.sender().name();
        PhoneNumber phone = inquiry.sender().phone();
        EmailAddress email = inquiry.sender().email();
        return Stream.of(
                        Stream.ofNullable(name).map(PersonName::text),
                        Stream.ofNullable(phone).map(PhoneNumber::e164),
                        Stream.ofNullable(email).flatMap(AsideRow::readable))
                .flatMap(known -> known)
                .toList();
    }

    private static Stream<String> readable(EmailAddress email) {
        return email.ofSeveralAlphabets()
                ? Stream.of(email.readable(), ContactView.SEVERAL_ALPHABETS)
                : Stream.of(email.readable());
    }

    /** The number of others that are shown by the same line. */
    public int others() {
        return receipts.size() - 1;
    }

    /** What people say reaches no log. */
    @Override
    public String toString() {
        return "AsideRow[" + receipts.size() + " " + reason + "]";
    }
}
