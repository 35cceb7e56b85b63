package org.careline.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.contact.PersonName;
import org.careline.lead.Fact;
import org.careline.safety.Danger;
import org.careline.safety.PhraseScan;
import org.jspecify.annotations.Nullable;
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
        Instant spokenAt = told.isEmpty() ? null : told.get(0).at();
        return new Noticed(
                found(written(inquiry)), found(told.stream().flatMap(fact -> fact.heard().stream())), spokenAt);
    }

    private static Stream<String> written(Inquiry inquiry) {
        PersonName name = inquiry.sender().name();
        return Stream.concat(
                Stream.ofNullable(name).map(PersonName::text),
                Stream.ofNullable(inquiry.request().message()));
    }

    private @Nullable Danger found(Stream<String> texts) {
        Optional<Danger> all = texts.flatMap(text -> phrases.in(text).stream()).reduce(Danger::and);
        return all.orElse(null);
    }

    /** Whether somebody may be in danger, by words or because they asked for the crisis line. */
    public boolean tells(StoredInquiry stored) {
        Inquiry inquiry = stored.inquiry();
        boolean asked = stored.facts().stream().anyMatch(fact -> fact.kind() == Fact.Kind.CRISIS);
        return asked || (inquiry != null && of(inquiry, stored.facts()).anything());
    }
}
