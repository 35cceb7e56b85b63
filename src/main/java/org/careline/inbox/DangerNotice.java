package org.careline.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.PersonName;
import org.careline.inbox.Noticed.Spoken;
import org.careline.lead.Fact;
import org.careline.safety.Danger;
import org.careline.safety.PhraseScan;
import org.springframework.stereotype.Component;

/**
 * Reads every free text of an inquiry for words of danger: what somebody wrote as their message or their name, and what they
 * left as a message. The tags of an address from which they came are no text of theirs. Pure.
 */
@Component
public final class DangerNotice {

    private final PhraseScan phrases;

    DangerNotice(PhraseScan phrases) {
        this.phrases = phrases;
    }

    /** What its words and those in its facts tell. */
    public Noticed of(Inquiry inquiry, Collection<Fact> facts) {
        List<Fact> told = facts.stream()
                .filter(fact -> fact.heard().flatMap(phrases::in).isPresent())
                .sorted(Comparator.comparing(Fact::at))
                .toList();
        Optional<Spoken> spoken = found(told.stream().flatMap(fact -> fact.heard().stream()))
                .map(danger -> new Spoken(danger, told.get(0).at()));
        return new Noticed(found(written(inquiry)), spoken);
    }

    private static Stream<String> written(Inquiry inquiry) {
        return Stream.concat(
                Stream.ofNullable(inquiry.sender().name()).map(PersonName::text),
                Stream.ofNullable(inquiry.details().message()));
    }

    private Optional<Danger> found(Stream<String> texts) {
        return texts.flatMap(text -> phrases.in(text).stream()).reduce(Danger::and);
    }

    /** Whether somebody may be in danger, by words or because they asked for the crisis line. */
    public boolean tells(StoredInquiry stored) {
        boolean asked = stored.facts().stream().anyMatch(fact -> fact.kind() == Fact.Kind.CRISIS);
        return asked
                || stored.inquiry()
                        .filter(inquiry -> of(inquiry, stored.facts()).anything())
                        .isPresent();
    }
}
