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
public final class CallerWords {

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
    public CallerWords by(PromptSounds recorded) {
        return new CallerWords(numbers, crisis, rules, prompts, talks, recorded);
    }

    /**
     * Every sentence that is said as it stands in its file, in each language.
     *
     * @param holidays the names of all holidays that callers may hear of
     */
    public Set<String> sentences(Collection<String> holidays) {
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
    List<Speech> greeting(ClinicNumber dialled, Spoken spoken) {
        return each(spoken, tongue -> {
            Speech greeting = Speech.of(tongue, welcome(Optional.of(dialled), tongue))
                    .and(tongue.saying(crisis.greeting(), prompts.crisisKey()));
            return talks.on() ? greeting.and(tongue.saying(talks.announcement())) : greeting;
        });
    }

    /** After a caller has declined to be recorded. */
    List<Speech> notRecorded(Spoken spoken) {
        return each(spoken, tongue -> tongue.saying(talks.refusal(), prompts.crisisKey()));
    }

    /** Before the next phone rings. */
    List<Speech> hold(Spoken spoken) {
        return each(spoken, tongue -> tongue.saying(prompts.hold(), prompts.callBackKey(), prompts.crisisKey()));
    }

    /** When a caller begins to wait. */
    List<Speech> waiting(Spoken spoken) {
        return each(spoken, tongue -> tongue.saying(prompts.waiting(), prompts.keepPlace(), prompts.crisisKey()));
    }

    /** While a caller waits and nothing is to be said. */
    List<Speech> meanwhile(Spoken spoken) {
        return sounds.tone().map(tone -> new Speech(spoken.tongues().get(0), List.of(new Utterance("", tone)))).stream()
                .toList();
    }

    /**
     * Where a caller who waits is in the line.
     *
     * @param minutes how long they will wait; 0 if that is not known
     */
    List<Speech> number(Spoken spoken, int number, int minutes) {
        return each(
                spoken,
                tongue -> (minutes > 0
                                ? tongue.saying(prompts.number(number), prompts.minutes(minutes))
                                : tongue.saying(prompts.number(number)))
                        .and(tongue.saying(prompts.keepPlace(), prompts.crisisKey())));
    }

    /**
     * Before a message is taken.
     *
     * @param dialled the clinic's number; empty for any other, which promises nothing
     */
    List<Speech> message(Optional<ClinicNumber> dialled, Spoken spoken, Opening opening, boolean greets) {
        return each(spoken, tongue -> {
            Speech why = tongue.saying(why(opening), crisis.voicemail(), prompts.crisisKey());
            Speech all = greets ? Speech.of(tongue, welcome(dialled, tongue)).and(why) : why;
            Speech offered = dialled.isPresent() ? all.and(tongue.saying(prompts.callBackKey())) : all;
            return offered.and(tongue.saying(prompts.invitation()));
        });
    }

    /** Before a message is taken instead of a call back. */
    List<Speech> messageInstead(Spoken spoken) {
        return each(spoken, tongue -> tongue.saying(crisis.voicemail(), prompts.crisisKey(), prompts.invitation()));
    }

    private LocalizedText why(Opening opening) {
        return switch (opening.state()) {
            case OPEN -> rules.nobody();
            case CLOSED -> rules.closed();
            case HOLIDAY -> rules.holiday(opening.holiday());
        };
    }

    List<Speech> silence(Spoken spoken) {
        return each(spoken, tongue -> tongue.saying(prompts.silence(), crisis.greeting(), prompts.crisisKey()));
    }

    List<Speech> thanks(Spoken spoken) {
        return each(
                spoken,
                tongue -> tongue.saying(prompts.thanks(), crisis.greeting(), prompts.crisisKey(), prompts.farewell()));
    }

    /** Promises a call back at the number that is, or ends in, these digits. */
    List<Speech> calledBack(Spoken spoken, String digits, CallPromise promise, Instant askedAt) {
        return each(
                spoken,
                tongue -> tongue.saying(
                        prompts.calledBack(digits, promise, askedAt), crisis.greeting(), prompts.crisisKey()));
    }

    /** Asks for a number, after what is wrong with the one before. */
    List<Speech> whichNumber(Spoken spoken, Wrong before) {
        return each(spoken, tongue -> switch (before) {
            case NOTHING -> tongue.saying(prompts.whichNumber());
            case NO_NUMBER -> tongue.saying(prompts.notANumber(), prompts.whichNumber());
            case OURS -> tongue.saying(prompts.ourNumber(), prompts.whichNumber());
            case NOT_DIALLED -> tongue.saying(prompts.notDialled(), prompts.whichNumber());
        });
    }

    /** Before the crisis line is dialled. */
    List<Speech> crisisConnecting(Spoken spoken) {
        return only(spoken, tongue -> tongue.saying(prompts.crisisConnecting()));
    }

    /** When the crisis line could not be reached. */
    List<Speech> crisisFailed(Spoken spoken) {
        return only(spoken, tongue -> tongue.saying(prompts.crisisFailed(), crisis.greeting()));
    }

    /** A number speaks its own language first; its greeting is not translated. */
    private String welcome(Optional<ClinicNumber> dialled, Tongue tongue) {
        return dialled.filter(number -> Tongue.of(number.language()) == tongue)
                .map(ClinicNumber::greeting)
                .orElse(prompts.greeting().in(tongue.tag));
    }

    /** In each language and no more: nobody listens for a key there. */
    private List<Speech> only(Spoken spoken, Function<Tongue, Speech> words) {
        return spoken.tongues().stream()
                .map(words)
                .map(speech -> speech.by(sounds))
                .toList();
    }

    /** In each language, and then the offer of the one that the caller can change to. */
    private List<Speech> each(Spoken spoken, Function<Tongue, Speech> words) {
        List<Speech> all = new ArrayList<>(spoken.tongues().stream().map(words).toList());
        spoken.other()
                .flatMap(Spoken::choice)
                .map(tongue -> tongue.saying(prompts.otherLanguage()))
                .ifPresent(all::add);
        return all.stream().map(speech -> speech.by(sounds)).toList();
    }
}
