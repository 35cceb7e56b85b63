package org.careline.speech;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.LocalizedText;

/** What is said at each place of a call, in the languages of its caller, from the clinic's files. */
final class CallerWords {

    private final ClinicNumbers numbers;
    private final CrisisLines crisis;
    private final CallPlan rules;
    private final Prompts prompts;
    private final TalkRecording talks;
    private final PromptSounds sounds;

    /** Words that are all said by the carrier's voice. */
    CallerWords(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules, Prompts prompts, TalkRecording talks) {
        this(numbers, crisis, rules, prompts, talks, PromptSounds.NONE);
    }

    private CallerWords(
            ClinicNumbers numbers,
            CrisisLines crisis,
            CallPlan rules,
            Prompts prompts,
            TalkRecording talks,
            PromptSounds sounds) {
        this.numbers = numbers;
        this.crisis = crisis;
        this.rules = rules;
        this.prompts = prompts;
        this.talks = talks;
        this.sounds = sounds;
    }

    /** The same words, played where there is a recording of them. */
    CallerWords by(PromptSounds recorded) {
        return new CallerWords(numbers, crisis, rules, prompts, talks, recorded);
    }

    /**
     * Every sentence that is said as it stands in its file, in each language.
     *
     * @param holidays the names of all holidays that callers may hear of
     */
    Set<String> sentences(Collection<String> holidays) {
        Stream<LocalizedText> words = Stream.of(
                        prompts.fixed(),
                        holidays.stream().map(rules::holiday),
                        Stream.of(
                                crisis.greeting(),
                                crisis.voicemail(),
                                rules.nobody(),
                                rules.closed(),
                                talks.announcement(),
                                talks.refusal()))
                .flatMap(each -> each);
        return Stream.concat(
                        numbers.numbers().stream().map(ClinicNumber::greeting),
                        words.flatMap(each -> Stream.of(each.en(), each.es())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Before the first phone rings. */
    List<SpokenText> greeting(ClinicNumber dialled, SpokenLanguages spoken) {
        return each(spoken, language -> {
            SpokenText greeting = SpokenText.of(language, welcome(Optional.of(dialled), language))
                    .and(language.saying(crisis.greeting(), prompts.crisisKey()));
            return talks.on() ? greeting.and(language.saying(talks.announcement())) : greeting;
        });
    }

    /** After a caller has declined to be recorded. */
    List<SpokenText> notRecorded(SpokenLanguages spoken) {
        return each(spoken, language -> language.saying(talks.refusal(), prompts.crisisKey()));
    }

    /** Before the next phone rings. */
    List<SpokenText> hold(SpokenLanguages spoken) {
        return each(spoken, language -> language.saying(prompts.hold(), prompts.callBackKey(), prompts.crisisKey()));
    }

    /** When a caller begins to wait. */
    List<SpokenText> waiting(SpokenLanguages spoken) {
        return each(spoken, language -> language.saying(prompts.waiting(), prompts.keepPlace(), prompts.crisisKey()));
    }

    /** While a caller waits and nothing is to be said. */
    List<SpokenText> meanwhile(SpokenLanguages spoken) {
        return sounds
                .tone()
                .map(tone -> new SpokenText(spoken.languages().get(0), List.of(new Sentence("", Optional.of(tone)))))
                .stream()
                .toList();
    }

    /**
     * Where a caller who waits is in the line.
     *
     * @param minutes how long they will wait; 0 if that is not known
     */
    List<SpokenText> number(SpokenLanguages spoken, int number, int minutes) {
        return each(
                spoken,
                language -> (minutes > 0
                                ? language.saying(prompts.number(number), prompts.minutes(minutes))
                                : language.saying(prompts.number(number)))
                        .and(language.saying(prompts.keepPlace(), prompts.crisisKey())));
    }

    /**
     * Before a message is taken.
     *
     * @param dialled the clinic's number; empty for any other, which promises nothing
     */
    List<SpokenText> message(Optional<ClinicNumber> dialled, SpokenLanguages spoken, Opening opening, boolean greets) {
        return each(spoken, language -> {
            SpokenText why = language.saying(why(opening), crisis.voicemail(), prompts.crisisKey());
            SpokenText all =
                    greets ? SpokenText.of(language, welcome(dialled, language)).and(why) : why;
            SpokenText offered = dialled.isPresent() ? all.and(language.saying(prompts.callBackKey())) : all;
            return offered.and(language.saying(prompts.invitation()));
        });
    }

    /** Before a message is taken instead of a call back. */
    List<SpokenText> messageInstead(SpokenLanguages spoken) {
        return each(spoken, language -> language.saying(crisis.voicemail(), prompts.crisisKey(), prompts.invitation()));
    }

    private LocalizedText why(Opening opening) {
        return switch (opening.state()) {
            case OPEN -> rules.nobody();
            case CLOSED -> rules.closed();
            case HOLIDAY -> rules.holiday(opening.holiday());
        };
    }

    List<SpokenText> silence(SpokenLanguages spoken) {
        return each(spoken, language -> language.saying(prompts.silence(), crisis.greeting(), prompts.crisisKey()));
    }

    List<SpokenText> thanks(SpokenLanguages spoken) {
        return each(
                spoken,
                language ->
                        language.saying(prompts.thanks(), crisis.greeting(), prompts.crisisKey(), prompts.farewell()));
    }

    /** Promises a call back at the number that is, or ends in, these digits. */
    List<SpokenText> calledBack(SpokenLanguages spoken, String digits, CallPromise promise, Instant askedAt) {
        return each(
                spoken,
                language -> language.saying(
                        prompts.calledBack(digits, promise, askedAt), crisis.greeting(), prompts.crisisKey()));
    }

    /** Asks for a number, after what is wrong with the one before. */
    List<SpokenText> whichNumber(SpokenLanguages spoken, Wrong before) {
        return each(spoken, language -> switch (before) {
            case NOTHING -> language.saying(prompts.whichNumber());
            case NO_NUMBER -> language.saying(prompts.notANumber(), prompts.whichNumber());
            case OURS -> language.saying(prompts.ourNumber(), prompts.whichNumber());
            case NOT_DIALLED -> language.saying(prompts.notDialled(), prompts.whichNumber());
        });
    }

    /** Before the crisis line is dialled. */
    List<SpokenText> crisisConnecting(SpokenLanguages spoken) {
        return only(spoken, language -> language.saying(prompts.crisisConnecting()));
    }

    /** When the crisis line could not be reached. */
    List<SpokenText> crisisFailed(SpokenLanguages spoken) {
        return only(spoken, language -> language.saying(prompts.crisisFailed(), crisis.greeting()));
    }

    /** A number speaks its own language first; its greeting is not translated. */
    private String welcome(Optional<ClinicNumber> dialled, VoiceLanguage language) {
        return dialled.filter(number -> VoiceLanguage.of(number.language()) == language)
                .map(ClinicNumber::greeting)
                .orElse(prompts.greeting().in(language.tag));
    }

    /** In each language and no more: nobody listens for a key there. */
    private List<SpokenText> only(SpokenLanguages spoken, Function<VoiceLanguage, SpokenText> words) {
        return spoken.languages().stream()
                .map(words)
                .map(speech -> speech.by(sounds))
                .toList();
    }

    /** In each language, and then the offer of the one that the caller can change to. */
    private List<SpokenText> each(SpokenLanguages spoken, Function<VoiceLanguage, SpokenText> words) {
        List<SpokenText> all =
                new ArrayList<>(spoken.languages().stream().map(words).toList());
        spoken.other()
                .flatMap(SpokenLanguages::choice)
                .map(language -> language.saying(prompts.otherLanguage()))
                .ifPresent(all::add);
        return all.stream().map(speech -> speech.by(sounds)).toList();
    }
}
