package org.careline.embedded;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.careline.journal.JournalBroken;
import org.careline.node.DataFolder;
import org.careline.node.LogGuard;
import org.careline.node.SecretStrength;
import org.careline.node.StartRefused;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * The embedded store as a process of its own ({@code careline.role=store}), for several nodes on one machine and for
 * tests. It needs no application context: no HTTP, the loopback address only, and one secret, the password that its
 * nodes show ({@code careline.store.password}, else a file that is made on the first start). It prints one line when it
 * answers, makes a last checkpoint on SIGTERM and survives everything else by its journal.
 */
public final class StoreProcess {

    private static final String ROLE = "careline.role";
    static final String PASSWORD = "careline.store.password";

    private static final String PORT = "careline.store.port";
    private static final String PASSWORD_FILE = "store-password";
    private static final int USUAL_PORT = 27018;

    private StoreProcess() {}

    /** Whether these arguments, the system properties or the environment ask for a store process. */
    public static boolean isWanted(String... arguments) {
        return "store".equals(environment(arguments).getProperty(ROLE));
    }

    /**
     * Runs until the process is told to end.
     *
     * @param out where the line is printed, or why there will be no store
     * @return the exit code when it could not start
     */
    public static int run(PrintStream out, String... arguments) throws InterruptedException {
        ConfigurableEnvironment environment = environment(arguments);
        quiet(environment);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            serve(out, environment);
            return 0;
        } catch (StartRefused refusal) {
            out.println(refusal.getMessage() + " " + refusal.action());
            return 1;
        } catch (UncheckedIOException | JournalBroken failure) {
            out.println("The store cannot start: " + failure.getMessage());
            return 1;
        }
    }

    private static void serve(PrintStream out, ConfigurableEnvironment environment) throws InterruptedException {
        if (StringUtils.hasText(environment.getProperty(EmbeddedConfiguration.URI))) {
            throw new StartRefused(
                    EmbeddedConfiguration.URI + " is set, but a store process is the store itself.",
                    "Leave out either that setting or " + ROLE + "=store.");
        }
        DataFolder folder = DataFolder.at(Path.of(environment.getProperty("careline.data-dir", "data")));
        int port = environment.getProperty(PORT, Integer.class, USUAL_PORT);
        Optional<String> given = Optional.ofNullable(environment.getProperty(PASSWORD))
                .map(String::strip)
                .filter(StringUtils::hasText)
                .map(secret -> SecretStrength.RANDOM.checked(PASSWORD, secret));
        String password = given.orElseGet(() -> folder.secret(PASSWORD_FILE));
        EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"), port, Clock.systemUTC(), password);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            store.close();
                            folder.close();
                            ended.countDown();
                        },
                        "store-end"));
        out.println("Careline store ready at mongodb://" + store.address() + " in " + folder
                + (given.isPresent() ? "" : "; its password is in " + folder.resolve(PASSWORD_FILE)));
        ended.await();
    }

    private static ConfigurableEnvironment environment(String... arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }

    /** Boot's log format, and only what a human must see. */
    private static void quiet(ConfigurableEnvironment environment) {
        LoggingSystem logging = LoggingSystem.get(StoreProcess.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        LogGuard.guard(environment);
    }
}
