package org.careline.settings;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Checks settings and every file of the clinic and says all that is wrong ({@code careline.check=all}), without starting
 * anything: for whoever changes them.
 */
public final class CheckProcess {

    private static final String CHECK = "careline.check";

    private final ConfigurableEnvironment environment;
    private final PrintStream out;
    private final Set<Fault> told = new LinkedHashSet<>();

    private CheckProcess(ConfigurableEnvironment environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Whether these arguments, the system properties or the environment ask for it. */
    public static boolean isWanted(String... arguments) {
        return "all".equals(environment(arguments).getProperty(CHECK));
    }

    /**
     * Only the report is to be read: a logging system that is not initialised is silent.
     *
     * @param out where each file is named, with what is wrong in it
     * @return 0 if the application could start with all of them, else 1
     */
    public static int run(PrintStream out, String... arguments) {
        LoggingSystem logging = LoggingSystem.get(CheckProcess.class.getClassLoader());
        logging.beforeInitialize();
        try {
            return new CheckProcess(environment(arguments), out).run();
        } finally {
            logging.cleanUp();
        }
    }

    private int run() {
        Map<String, List<Fault>> found = new LinkedHashMap<>();
        found.put("settings", settings());
        ClinicFiles files = ClinicFiles.of(environment);
        reads().forEach((file, read) -> found.put(file + ".yaml", faults(files, read)));
        found.forEach((what, faults) -> tell(what, faults, found.keySet()));
        out.println(told.isEmpty() ? "Everything can be used." : told.size() + " to correct; nothing was started.");
        return told.isEmpty() ? 0 : 1;
    }

    private List<Fault> settings() {
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (ConfigDataException | YAMLException | IllegalStateException unreadable) {
            return List.of(new Fault(
                    "application.yaml",
                    0,
                    "the file",
                    String.valueOf(unreadable.getMessage()),
                    "YAML with each key once"));
        }
        return SettingsCheck.faults(environment).stream()
                .filter(fault -> !fault.key().equals(CHECK))
                .toList();
    }

    private static Map<String, Consumer<ClinicFiles>> reads() {
        Map<String, Consumer<ClinicFiles>> all = new TreeMap<>();
        SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FilesCheck.class)
                .forEach(module -> all.putAll(module.reads()));
        return all;
    }

    private static List<Fault> faults(ClinicFiles files, Consumer<ClinicFiles> read) {
        try {
            read.accept(files);
            return List.of();
        } catch (ClinicFileFaulty faulty) {
            return faulty.faults();
        }
    }

    /** A fault of another file, beside which this one is checked, is told there. */
    private void tell(String what, List<Fault> faults, Set<String> all) {
        List<Fault> own = faults.stream()
                .filter(fault -> fault.file().endsWith(what) || all.stream().noneMatch(fault.file()::endsWith))
                .toList();
        String verdict = faults.isEmpty() ? "ok      " : own.isEmpty() ? "waits   " : "FAULTY  ";
        out.println(verdict + what + (verdict.startsWith("waits") ? " for another file to be right" : ""));
        own.forEach(fault -> out.println("        " + fault));
        told.addAll(own);
    }

    private static ConfigurableEnvironment environment(String... arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }
}
