package org.careline.lead;

import java.time.Instant;
import java.util.List;
import org.careline.contact.PersonName;
import org.careline.store.Revised;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a lead, in either direction. Its id is the message's, inserted once: it is the decision to which lead
 * the message belongs.
 *
 * @param leadId the lead it was decided for; kept for ever, also when that lead is merged into another
 * @param name the name given with it
 * @param message what the person wrote
 * @param unconfirmed the contact point belongs to several people, and nobody knows yet which of them this was
 */
public record Touch(
        SourceId id,
        long rev,
        LeadId leadId,
        Direction direction,
        Instant at,
        @Nullable PersonName name,
        @Nullable String message,
        boolean unconfirmed,
        List<Fact> facts,
        List<Explanation> explanations)
        implements Revised<SourceId> {

    public enum Direction {
        IN,
        OUT
    }

    public Touch {
        facts = List.copyOf(facts);
        explanations = List.copyOf(explanations);
    }

    /** The same contact with all that has been learnt of it. */
    public Touch learning(List<Fact> all) {
        return new Touch(id, rev, leadId, direction, at, name, message, unconfirmed, all, explanations);
    }

    /** The same contact, moved to another lead because two names cannot be one person. */
    public Touch movedTo(LeadId lead, List<Explanation> because) {
        return new Touch(id, rev, lead, direction, at, name, message, false, facts, because);
    }

    /** How it ended, in Twilio's words; null while it is open or if it is no call. */
    public @Nullable String outcome() {
        return facts.stream().anyMatch(fact -> fact.kind() == Fact.Kind.VOICEMAIL)
                ? "voicemail"
                : facts.stream()
                        .filter(Fact::endsTheCall)
                        .map(Fact::status)
                        .findFirst()
                        .orElse(null);
    }
}
