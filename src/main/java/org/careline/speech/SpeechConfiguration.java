package org.careline.speech;

import java.util.List;
import org.careline.routing.CallPlan;
import org.careline.safety.CrisisLines;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers hear, from the clinic's files. */
@Configuration(proxyBeanMethods = false)
class SpeechConfiguration {

    @Bean
    Prompts prompts(ClinicFiles files) {
        return files.read("prompts", Prompts.class);
    }

    @Bean
    TalkRecording talkRecording(ClinicFiles files) {
        return new TalkRecording(files.read("recording", RecordedTalks.class));
    }

    @Bean
    CallerWords callerWords(
            ClinicNumbers numbers, CrisisLines crisis, Prompts prompts, TalkRecording talks, CallPlan rules) {
        return new CallerWords(numbers, crisis, rules, prompts, talks);
    }

    @Bean
    PromptSounds promptSounds(ClinicFiles files, CallerWords words, ClinicHours hours, SoundsBase base) {
        return PromptSounds.read(files, words.sentences(holidays(hours)), base.text());
    }

    @Bean
    CallScripts callScripts(
            CallerWords words,
            PromptSounds sounds,
            CrisisLines crisis,
            PhraseScan phrases,
            TalkRecording talks,
            CallPlan rules,
            ClinicHours hours) {
        return new CallScripts(words.by(sounds), talks, crisis, phrases, rules, holidays(hours));
    }

    @Bean
    FallbackBundle fallbackBundle(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules, Prompts prompts) {
        return new StaticFallback(numbers, crisis, rules, prompts);
    }

    private static List<String> holidays(ClinicHours hours) {
        return hours.holidays().stream().map(Holiday::name).toList();
    }
}
