package org.careline.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.node.BackgroundRounds;
import org.careline.node.Secrets;
import org.careline.settings.ClinicFileFaulty;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Plays scripts with an application of their own: a port that is free, a data folder that is thrown away, a clock that is
 * moved. The clinic's own data is never touched, and nothing leaves this machine.
 */
public final class Rehearsals {

    private static final String WANTED = "--careline.rehearse=";

    /** A folder of this name beside the scripts holds the clinic's files for them. */
    private static final String CLINIC = "clinic";

    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final Class<?> application;
    private final PrintStream out;
    private final Path place;
    private final List<String> arguments;

    private Rehearsals(Class<?> application, PrintStream out, Path place, List<String> arguments) {
        this.application = application;
        this.out = out;
        this.place = place;
        this.arguments = arguments;
    }

    /** Whether these arguments ask for scripts to be played. */
    public static boolean isWanted(String... arguments) {
        return wanted(arguments).isPresent();
    }

    private static Optional<String> wanted(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(WANTED))
                .map(argument -> argument.substring(WANTED.length()))
                .findFirst();
    }

    /**
     * Plays them, each after the other.
     *
     * @param application the class that starts Careline
     * @param out where transcripts and results are printed
     * @return 0 if everything became what the scripts expect, else 1
     */
    public static int run(Class<?> application, PrintStream out, String... arguments) {
        Path place = Path.of(wanted(arguments).orElseThrow());
        List<String> others = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith(WANTED))
                .toList();
        return new Rehearsals(application, out, place, others).play();
    }

    private int play() {
        LoggingSystem.get(Rehearsals.class.getClassLoader()).beforeInitialize();
        List<ScriptFile> scripts;
        try {
            scripts = ScriptFile.below(place);
        } catch (ClinicFileFaulty faulty) {
            out.println(faulty.getMessage());
            return 1;
        }
        boolean held = !scripts.isEmpty();
        for (ScriptFile script : scripts) {
            held &= play(script);
        }
        out.println(
                scripts.isEmpty() ? "No script below " + place : held ? "All scripts hold." : "Not all scripts hold.");
        return held ? 0 : 1;
    }

    private boolean play(ScriptFile file) {
        Instant begin = file.script().begin().toInstant();
        ScriptClock clock = new ScriptClock(begin.minus(BEFORE));
        Path data = temporary();
        try (ConfigurableApplicationContext context = start(clock, data)) {
            RehearsedNetwork network = context.getBean(RehearsedNetwork.class);
            DrivenTime time =
                    new DrivenTime(network, clock::advance, context.getBean(BackgroundRounds.class)::complete);
            boolean unused = time.passUntil(() -> false, BEFORE);
            time.catchUp();
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            LeadApi api = new LeadApi(
                    URI.create("http://localhost:" + port),
                    context.getBean(Secrets.class).apiToken());
            ScriptPlay play = new ScriptPlay(network, time, api, file.script());
            List<Mismatch> misses = play.play();
            out.println(file.script().name() + " (" + file.path() + ")");
            play.transcript(begin).forEach(out::println);
            misses.forEach(miss -> out.println("  " + file.sentence(miss)));
            out.println(misses.isEmpty() ? "  holds" : "  does not hold");
            return misses.isEmpty();
        } finally {
            erase(data);
        }
    }

    private ConfigurableApplicationContext start(Clock clock, Path data) {
        SpringApplication careline = new SpringApplication(application);
        careline.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock));
        careline.setLogStartupInfo(false);
        Path clinic = (Files.isDirectory(place) ? place : place.resolveSibling("")).resolve(CLINIC);
        Stream<String> beside = Files.isDirectory(clinic)
                ? Stream.of("--spring.config.additional-location=" + clinic.toAbsolutePath() + "/")
                : Stream.of();
        Stream<String> own = Stream.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--careline.data-dir=" + data,
                "--careline.twilio.account-sid=",
                "--careline.twilio.api-base-url=",
                "--careline.twilio.read-back-interval=1s",
                "--spring.mongodb.uri=",
                "--logging.level.root=error");
        return careline.run(
                Stream.of(beside, arguments.stream(), own).flatMap(some -> some).toArray(String[]::new));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("careline-rehearsal");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void erase(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
