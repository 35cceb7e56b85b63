package org.careline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.inbox.LeadSearch;
import org.careline.recording.RecordingId;
import org.careline.recording.SoundSource;
import org.careline.routing.CallPlan;
import org.careline.routing.PhoneActivity;
import org.careline.routing.RingPlanner;
import org.careline.routing.SpokenTimes;
import org.careline.snapshot.CallActivity;
import org.careline.speech.SoundsBase;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.waiting.CarrierLegs;
import org.careline.waiting.LineListener;
import org.careline.waiting.LineRules;
import org.careline.waiting.WaitingCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Each module starts with what its package says that it may use, with a store, and with what it asks of whoever stands above
 * it: its ports. Whatever else a module needed would be an arrow that no import shows.
 */
class ModulesAloneTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Careline.class);
    /** What stands in for a server. */
    private static final Set<String> STORE = Set.of("embedded", "journal", "node");

    @TestFactory
    Stream<DynamicTest> aModuleStartsWithWhatItMayUse(@TempDir Path data) {
        return MODULES.stream()
                .map(module -> dynamicTest(module.getIdentifier().toString(), () -> startsAlone(module, data)));
    }

    private static void startsAlone(ApplicationModule module, Path data) {
        Set<ApplicationModule> wanted = new HashSet<>();
        wanted.add(module);
        module.getAllDependencies(MODULES).uniqueModules().forEach(wanted::add);
        STORE.forEach(name -> MODULES.getModuleByName(name).ifPresent(wanted::add));
        try (ConfigurableApplicationContext alone = new SpringApplicationBuilder(Careline.class)
                .sources(Ports.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("others", new Others(wanted)))
                .run(
                        "--server.port=0",
                        "--careline.data-dir="
                                + data.resolve(module.getIdentifier().toString()))) {
            assertThat(alone.isRunning()).isTrue();
        }
    }

    /** What a module is given by those above it, here by nobody who is asked. */
    static class Ports {

        private static final Duration NEVER_MIND = Duration.ofMinutes(1);

        @Bean
        @Fallback
        LeadSearch givenLeadSearch() {
            return (lead, points) -> {
                throw new UnsupportedOperationException("Nobody searches here");
            };
        }

        @Bean
        @Fallback
        SoundSource givenSoundSource() {
            return new SoundSource() {
                @Override
                public Fetched fetch(RecordingId id) {
                    return new Fetched.NotAsked();
                }

                @Override
                public Deleted delete(RecordingId id) {
                    return Deleted.NOT_ASKED;
                }
            };
        }

        @Bean
        @Fallback
        SoundsBase givenSoundsBase() {
            return new SoundsBase("");
        }

        @Bean
        @Fallback
        CallActivity givenCallActivity() {
            return () -> PhoneActivity.NONE;
        }

        @Bean
        @Fallback
        LineRules givenLineRules() {
            return new LineRules(
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    NEVER_MIND,
                    1);
        }

        @Bean
        @Fallback
        CarrierLegs givenCarrierLegs() {
            return new CarrierLegs() {
                @Override
                public void ring(WaitingCall call, CoordinatorId coordinator) {
                    throw new UnsupportedOperationException("Nobody is rung here");
                }

                @Override
                public void end(String leg) {
                    throw new UnsupportedOperationException("Nobody is rung here");
                }
            };
        }

        @Bean
        @Fallback
        LineListener givenLineListener() {
            return call -> {};
        }

        @Bean
        @Fallback
        @Lazy
        RingPlanner givenRingPlanner(CallPlan rules, Roster roster, ClinicHours files, OpeningHours hours) {
            return new RingPlanner(
                    rules, roster, files, hours, new SpokenTimes(NEVER_MIND, NEVER_MIND, NEVER_MIND, NEVER_MIND));
        }
    }

    private static final class Others extends TypeExcludeFilter {
        private final Set<ApplicationModule> wanted;

        Others(Set<ApplicationModule> wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) {
            return MODULES.getModuleForPackage(packageOf(type))
                    .filter(module -> !wanted.contains(module))
                    .isPresent();
        }

        private static String packageOf(MetadataReader type) {
            return type.getClassMetadata().getClassName().replaceFirst("\\.[^.]*$", "");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Others others && wanted.equals(others.wanted);
        }

        @Override
        public int hashCode() {
            return wanted.hashCode();
        }
    }
}
