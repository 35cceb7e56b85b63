package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.careline.routing.Opening;
import org.careline.settings.ClinicNumbers.ClinicNumber;

/**
 * What callers hear when no phone rings. An answer needs a look-up in a map and nothing that could fail. Addresses in it are
 * bare paths with nothing personal.
 */
public final class VoiceScript {

    private final CallerWords words;
    private final Voicemail voicemail;
    private final Set<String> holidays;
    private final TwimlCache<Taking> messages = new TwimlCache<>(this::rendered);
    private final TwimlCache<SpokenLanguages> tones = new TwimlCache<>(this::tone);
    private final TwimlCache<SpokenLanguages> instead = new TwimlCache<>(this::insteadOfCallBack);
    private final TwimlCache<SpokenLanguages> farewells = new TwimlCache<>(this::thanks);

    /**
     * A document that takes a message.
     *
     * @param dialled a number of the clinic, or empty for any other
     * @param greets whether the caller was not greeted before
     */
    private record Taking(Optional<ClinicNumber> dialled, SpokenLanguages spoken, Opening opening, boolean greets) {}

    /**
     * @param transcribing whether messages are written down
     * @param holidays the names of all holidays that callers may hear of
     */
    VoiceScript(CallerWords words, KeyMenu menu, boolean transcribing, Collection<String> holidays) {
        this.words = words;
        this.voicemail = new Voicemail(menu, words, transcribing);
        this.holidays = Set.copyOf(holidays);
    }

    /**
     * Greets and takes a message.
     *
     * @param dialled the clinic's number; empty for any other, which is greeted without the clinic's name
     */
    public WebhookReply greeting(Optional<ClinicNumber> dialled, SpokenLanguages spoken, Opening opening) {
        boolean known = opening.state() != Opening.State.HOLIDAY || holidays.contains(opening.holiday());
        Opening said = known ? opening : new Opening(Opening.State.CLOSED, "");
        return messages.of(new Taking(dialled, spoken, said, true));
    }

    /** Takes a message from a caller who was greeted, after phones have rung. */
    public WebhookReply nobodyCame(Optional<ClinicNumber> dialled, SpokenLanguages spoken) {
        return messages.of(new Taking(dialled, spoken, Opening.OPEN, false));
    }

    /** Takes a message from a caller who knows how to leave one. */
    public WebhookReply atTheTone(SpokenLanguages spoken) {
        return tones.of(spoken);
    }

    /** Takes a message from a caller whom we cannot promise to call back. */
    public WebhookReply messageInstead(SpokenLanguages spoken) {
        return instead.of(spoken);
    }

    /** Thanks for a message and ends the call. */
    public WebhookReply farewell(SpokenLanguages spoken) {
        return farewells.of(spoken);
    }

    private WebhookReply rendered(Taking taking) {
        return document(document -> voicemail.takeIn(
                document,
                taking.spoken(),
                words.message(taking.dialled(), taking.spoken(), taking.opening(), taking.greets())));
    }

    private WebhookReply tone(SpokenLanguages spoken) {
        return document(document -> voicemail.recordIn(document, spoken));
    }

    private WebhookReply insteadOfCallBack(SpokenLanguages spoken) {
        return document(document -> voicemail.takeInsteadIn(document, spoken));
    }

    private WebhookReply thanks(SpokenLanguages spoken) {
        return document(document -> voicemail.thankIn(document, spoken));
    }

    private static WebhookReply document(Consumer<VoiceResponse.Builder> content) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        content.accept(document);
        return WebhookReply.of(document.build());
    }

    /** How long it can take to tell a caller of a number how to leave a message, in both languages, and to take it. */
    Duration longestVoicemail(Collection<ClinicNumber> numbers) {
        Duration told = numbers.stream()
                .flatMap(number -> openings()
                        .map(opening -> words.message(Optional.of(number), SpokenLanguages.of(number), opening, true)))
                .map(SpokenText::atMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(KeyMenu.longestReply());
        return told.multipliedBy(2).plus(longestMessage());
    }

    private Duration longestMessage() {
        return Arrays.stream(SpokenLanguages.values())
                .filter(spoken -> spoken != SpokenLanguages.EVERY)
                .map(voicemail::longest)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Stream<Opening> openings() {
        return Stream.concat(
                Stream.of(Opening.OPEN, new Opening(Opening.State.CLOSED, "")),
                holidays.stream().map(name -> new Opening(Opening.State.HOLIDAY, name)));
    }
}
