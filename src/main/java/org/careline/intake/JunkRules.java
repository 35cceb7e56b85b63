package org.careline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.KnownNumbers;
import org.careline.inbox.Progress;
import org.careline.inbox.Reason;
import org.careline.intake.JunkVerdict.Placeable;
import org.careline.intake.JunkVerdict.Refusal;
import org.careline.intake.JunkVerdict.TooEarly;

/**
 * The rules by which an inquiry does not become a lead at once, in their order. What was decided to be a touch is never
 * refused afterwards, and words of danger are not held back for looking like junk.
 */
final class JunkRules {

    private final KnownNumbers numbers;
    private final List<Function<InquiryInView, Optional<JunkVerdict>>> rules = List.of(
            this::decidedBefore,
            this::ignoredNumber,
            this::looksLikeJunk,
            this::numberOfNoClinic,
            this::ourNumberOnly,
            this::withheld);

    JunkRules(KnownNumbers numbers) {
        this.numbers = numbers;
    }

    JunkVerdict judge(InquiryInView inView) {
        InquiryInView seen = withoutOurNumber(inView);
        return rules.stream()
                .flatMap(rule -> rule.apply(seen).stream())
                .findFirst()
                .orElseGet(() -> new Placeable(seen));
    }

    /**
     * Whoever got a receipt or a promise is not refused for a number that is ours: they are known by what else they gave, and
     * the number is nobody's contact point. Calls from such a number are what they are.
     */
    private InquiryInView withoutOurNumber(InquiryInView seen) {
        boolean calls = seen.isCall() && caller(seen).isPresent();
        boolean refused = !calls
                && seen.phone().filter(phone -> refusedAsPromised(seen, phone)).isPresent();
        return refused ? seen.knowingNoPhone() : seen;
    }

    /** The number that came with it. */
    private static Optional<PhoneNumber> caller(InquiryInView seen) {
        return Optional.ofNullable(seen.inquiry().sender().phone());
    }

    /** A number that is entered is promised a call; one that is typed into a form is refused if it is blocked. */
    private boolean refusedAsPromised(InquiryInView seen, PhoneNumber phone) {
        return seen.isCall() ? numbers.ignored(phone).isPresent() : numbers.ours(phone);
    }

    private Optional<JunkVerdict> decidedBefore(InquiryInView seen) {
        return seen.decidedBefore().map(known -> new Placeable(seen));
    }

    private Optional<JunkVerdict> ignoredNumber(InquiryInView seen) {
        return seen.phone()
                .flatMap(numbers::ignored)
                .filter(reason -> !heardInstead(seen, reason))
                .map(reason -> new Refusal(seen, Progress.REFUSED, reason));
    }

    /** Nobody in danger is refused, but for phones of the clinic that call it. */
    private static boolean heardInstead(InquiryInView seen, Reason reason) {
        return seen.inDanger() && (reason == Reason.BLOCKED_NUMBER || !seen.isCall());
    }

    private Optional<JunkVerdict> looksLikeJunk(InquiryInView seen) {
        return seen.suspicion()
                .filter(looks -> !seen.inDanger())
                .map(looks -> new Refusal(seen, Progress.SUSPECT, reason(looks)));
    }

    private static Reason reason(Suspicion suspicion) {
        return switch (suspicion) {
            case HONEYPOT -> Reason.HONEYPOT;
            case FILLED_IN_TOO_FAST -> Reason.FILLED_IN_TOO_FAST;
            case TOO_MANY -> Reason.TOO_MANY;
        };
    }

    private Optional<JunkVerdict> numberOfNoClinic(InquiryInView seen) {
        Optional<String> ours =
                Optional.ofNullable(seen.inquiry().details().to()).filter(numbers::ofTheClinic);
        return seen.isCall() && ours.isEmpty()
                ? Optional.of(new Refusal(seen, Progress.UNPLACED, Reason.UNKNOWN_CLINIC_NUMBER))
                : Optional.empty();
    }

    /** Nothing stands but a number of ours; a person who has looked at it lets it pass without. */
    private Optional<JunkVerdict> ourNumberOnly(InquiryInView seen) {
        boolean stands = seen.isCall() || !seen.sender().points().isEmpty();
        return caller(seen)
                .filter(phone -> !stands && !seen.stored().released() && numbers.ours(phone))
                .flatMap(numbers::ignored)
                .map(reason -> new Refusal(seen, Progress.UNPLACED, reason));
    }

    private Optional<JunkVerdict> withheld(InquiryInView seen) {
        if (!seen.isCall() || !seen.sender().points().isEmpty() || seen.hasVoicemail()) {
            return Optional.empty();
        }
        return Optional.of(
                seen.onTheLine() ? new TooEarly(seen) : new Refusal(seen, Progress.UNPLACED, Reason.WITHHELD_NUMBER));
    }
}
