package org.careline.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Sender;
import org.careline.lead.Contact;
import org.careline.lead.Person;
import org.careline.matching.Match;
import org.jspecify.annotations.Nullable;

/** An inquiry with the lead it belongs to, or the reason why it belongs to none now. */
sealed interface Placement {

    /** It belongs to this lead. */
    record Matched(InquiryInView seen, Match match) implements Placement {}

    /** It belongs to this lead, and the person is to be called then. */
    record Planned(InquiryInView seen, Match match, FirstCall firstCall) implements Placement {

        /** The contact as its lead gets it. */
        Contact contact(boolean confirmed) {
            Inquiry inquiry = seen.inquiry();
            Sender sender = seen.sender();
            Person person = new Person(
                    given(sender.name()),
                    sender.points(),
                    given(inquiry.details().zip()),
                    seen.language());
            Optional<Instant> until = Optional.of(seen.lastSecond()).filter(last -> seen.onTheLine());
            return new Contact(
                    seen.id(),
                    inquiry.at(),
                    firstCall.dueAt(),
                    person,
                    inquiry.attribution(),
                    until.orElse(null),
                    confirmed,
                    seen.callBackAt(firstCall.dueAt()),
                    seen.dangers(),
                    seen.talk());
        }

        private static <T> Set<T> given(@Nullable T value) {
            return Optional.ofNullable(value).map(Set::of).orElse(Set.of());
        }
    }

    /** It does not become a touch now. */
    record Unmatched(JunkVerdict verdict) implements Placement {}
}
