package org.careline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a lead, in either direction. Its id is the message's, inserted once: it is the decision to which lead
 * the message belongs.
 *
 * @param leadId the lead it was decided for; kept for ever, also when that lead is merged into another
 * @param name the name given with it
 * @param message what the person wrote
 * @param unconfirmed the contact point belongs to several people, and nobody knows yet which of them this was
 * @param asked what they said beside that; null of a contact that was stored before it was kept
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
        List<Explanation> explanations,
        @Nullable Asked asked)
        implements Versioned<SourceId> {

    public enum Direction {
        IN,
        /** Reserved: nothing is sent yet. */
        OUT
    }

    public Touch {
        facts = List.copyOf(facts);
        explanations = List.copyOf(explanations);
    }

    /** The same contact with all that has been learnt of it. */
    public Touch learning(List<Fact> all) {
        return new Touch(id, rev, leadId, direction, at, name, message, unconfirmed, all, explanations, asked);
    }

    /** The same contact with these reasons too, as far as it has none by the same rule. */
    public Touch explaining(List<Explanation> more) {
        List<Explanation> all = new ArrayList<>(explanations);
        more.stream()
                .filter(why -> explanations.stream()
                        .noneMatch(known ->
                                known.step() == why.step() && known.rule().equals(why.rule())))
                .forEach(all::add);
        return new Touch(id, rev, leadId, direction, at, name, message, unconfirmed, facts, all, asked);
    }

    /** Whether it is explained by a decision of this step. */
    public boolean explains(Explanation.Step step) {
        return explanations.stream().anyMatch(why -> why.step() == step);
    }

    /** The same contact, moved to another lead because two names cannot be one person. */
    public Touch movedTo(LeadId lead, List<Explanation> because) {
        return new Touch(id, rev, lead, direction, at, name, message, false, facts, because, asked);
    }

    /** Why all was decided so that was decided with it: its call's routing, and to whom it belongs. */
    public List<Explanation> reasons() {
        Stream<Explanation> routed = facts.stream().flatMap(fact -> RoutingFact.explanation(fact).stream());
        Stream<Explanation> owed = talks().filter(Conversation::counts).map(Conversation::why);
        return Stream.of(routed, explanations.stream(), owed)
                .flatMap(Function.identity())
                .toList();
    }

    /** The talks that coordinators had with the person in it. */
    public Stream<Conversation> talks() {
        return facts.stream().flatMap(fact -> Conversation.of(id, fact).stream());
    }

    /** How the person waited in line in it; empty if they did not, or nothing is known of it. */
    public Optional<Waited> waited() {
        return facts.stream().flatMap(fact -> Waited.of(fact).stream()).min(Comparator.comparing(Waited::until));
    }

    /**
     * What came of it: {@code crisis-line}, {@code answered} (a coordinator talked with them), {@code callback-requested},
     * {@code voicemail}, {@code abandoned} (they waited or phones rang, and nothing of that came), else how it ended in Twilio's
     * words; null while it is open or if it is no call.
     */
    public @Nullable String outcome() {
        if (facts.stream().anyMatch(Touch::asksForTheCrisisLine)) {
            return "crisis-line";
        }
        if (talks().anyMatch(Conversation::counts)) {
            return "answered";
        }
        if (knows(Fact.Kind.CALL_BACK)) {
            return "callback-requested";
        }
        if (knows(Fact.Kind.VOICEMAIL)) {
            return "voicemail";
        }
        return end().map(end -> gaveUp() ? "abandoned" : end.status()).orElse(null);
    }

    /** How its call ended; empty while it goes on, and of what is no call. */
    public Optional<Fact> end() {
        return facts.stream().filter(Fact::endsTheCall).findFirst();
    }

    /** Whether they waited or phones were rung for them, and nobody took the call. */
    private boolean gaveUp() {
        return (knows(Fact.Kind.WAITED) || knows(Fact.Kind.RANG)) && !knows(Fact.Kind.ACCEPTED);
    }

    /** The ids of what was recorded of it, those that were told first first. */
    public List<String> recordings() {
        return facts.stream()
                .flatMap(fact -> fact.recording().stream())
                .distinct()
                .toList();
    }

    /** What the caller was told of recording and said to it; a refusal counts, whatever else is known. */
    public Optional<Fact> recordingConsent() {
        return facts.stream()
                .filter(fact -> fact.kind() == Fact.Kind.RECORDING_CONSENT)
                .max(Comparator.comparing(Fact::status));
    }

    /** What its messages say, as a machine has heard them. */
    public List<String> transcripts() {
        return facts.stream().flatMap(fact -> fact.heard().stream()).toList();
    }

    private static boolean asksForTheCrisisLine(Fact fact) {
        return fact.kind() == Fact.Kind.CRISIS && !fact.status().equals(Fact.IN_A_MESSAGE);
    }

    /** Whether something of this kind is known of it. */
    public boolean knows(Fact.Kind kind) {
        return facts.stream().anyMatch(fact -> fact.kind() == kind);
    }

    /** Where the person wishes to be called back, if they entered a number for it; the last one they entered. */
    public Optional<PhoneNumber> callBackPhone() {
        return facts.stream()
                .filter(fact -> fact.enteredPhone().isPresent())
                .max(Comparator.comparing(Fact::status))
                .flatMap(Fact::enteredPhone);
    }

    /** What a person wrote or said never reaches a log. */
    @Override
    public String toString() {
        return "Touch[" + id + ", " + rev + ", of " + leadId + ", " + direction + ", " + at + ", " + facts + "]";
    }
}
