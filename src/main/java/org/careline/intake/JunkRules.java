package org.careline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry.Suspicion;
import org.careline.inbox.KnownNumbers;
import org.careline.inbox.Progress;
import org.careline.inbox.Reason;
import org.careline.intake.Judgement.Placeable;
import org.careline.intake.Judgement.Refusal;
import org.careline.intake.Judgement.TooEarly;

/**
 * The rules by which an inquiry does not become a lead at once, in their order. What was decided to be a touch is never
 * refused afterwards, and words of danger are not held back for looking like junk.
 */
final class JunkRules {

    private final KnownNumbers numbers;
    private final List<Function<Sighting, Optional<Judgement>>> rules = List.of(
            this::decidedBefore,
            this::ignoredNumber,
            this::looksLikeJunk,
            this::numberOfNoClinic,
            this::ourNumberOnly,
            this::withheld);

    JunkRules(KnownNumbers numbers) {
        this.numbers = numbers;
    }

    Judgement judge(Sighting seen) {
        Sighting sighting = withoutOurNumber(seen);
        return rules.stream()
                .flatMap(rule -> rule.apply(sighting).stream())
                .findFirst()
                .orElseGet(() -> new Placeable(sighting));
    }

    /**
     * Whoever got a receipt or a promise is not refused for a number that is ours: they are known by what else they gave, and
     * the number is nobody's contact point. Calls from such a number are what they are.
     */
    private Sighting withoutOurNumber(Sighting sighting) {
        PhoneNumber phone = sighting.sender().phone();
        boolean calls = sighting.inquiry().sender().phone() != null && sighting.isCall();
        return phone == null || calls || !refusedAsPromised(sighting, phone) ? sighting : sighting.knowingNoPhone();
    }

    /** A number that is entered is promised a call; one that is typed into a form is refused if it is blocked. */
    private boolean refusedAsPromised(Sighting sighting, PhoneNumber phone) {
        return sighting.isCall() ? numbers.ignored(phone).isPresent() : numbers.ours(phone);
    }

    private Optional<Judgement> decidedBefore(Sighting sighting) {
        return sighting.touch() == null ? Optional.empty() : Optional.of(new Placeable(sighting));
    }

    private Optional<Judgement> ignoredNumber(Sighting sighting) {
        PhoneNumber phone = sighting.sender().phone();
        return Stream.ofNullable(phone)
                .flatMap(number -> numbers.ignored(number).stream())
                .filter(reason -> !heardInstead(sighting, reason))
                .findFirst()
                .map(reason -> new Refusal(sighting, Progress.REFUSED, reason));
    }

    /** Nobody in danger is refused, but for phones of the clinic that call it. */
    private static boolean heardInstead(Sighting sighting, Reason reason) {
        return sighting.inDanger() && (reason == Reason.BLOCKED_NUMBER || !sighting.isCall());
    }

    private Optional<Judgement> looksLikeJunk(Sighting sighting) {
        Suspicion suspicion = sighting.inquiry().suspicion();
        if (suspicion == null || sighting.stored().released() || sighting.inDanger()) {
            return Optional.empty();
        }
        Reason reason = switch (suspicion) {
            case HONEYPOT -> Reason.HONEYPOT;
            case FILLED_IN_TOO_FAST -> Reason.FILLED_IN_TOO_FAST;
            case TOO_MANY -> Reason.TOO_MANY;
        };
        return Optional.of(new Refusal(sighting, Progress.SUSPECT, reason));
    }

    private Optional<Judgement> numberOfNoClinic(Sighting sighting) {
        String to = sighting.inquiry().request().to();
        return sighting.isCall() && (to == null || !numbers.ofTheClinic(to))
                ? Optional.of(new Refusal(sighting, Progress.UNPLACED, Reason.UNKNOWN_CLINIC_NUMBER))
                : Optional.empty();
    }

    /** Nothing stands but a number of ours; a person who has looked at it lets it pass without. */
    private Optional<Judgement> ourNumberOnly(Sighting sighting) {
        PhoneNumber phone = sighting.inquiry().sender().phone();
        boolean answered = sighting.isCall() || phone == null || !numbers.ours(phone);
        if (phone == null
                || answered
                || !sighting.sender().points().isEmpty()
                || sighting.stored().released()) {
            return Optional.empty();
        }
        return numbers.ignored(phone).map(reason -> new Refusal(sighting, Progress.UNPLACED, reason));
    }

    private Optional<Judgement> withheld(Sighting sighting) {
        if (!sighting.isCall() || !sighting.sender().points().isEmpty() || sighting.hasVoicemail()) {
            return Optional.empty();
        }
        return Optional.of(
                sighting.onTheLine()
                        ? new TooEarly(sighting)
                        : new Refusal(sighting, Progress.UNPLACED, Reason.WITHHELD_NUMBER));
    }
}
