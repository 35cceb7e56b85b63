package org.careline.telephony;

import java.io.PrintStream;
import java.time.Clock;
import org.careline.routing.CallExamples;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.staff.ClinicCoordinators;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Checks the rules of calls and prints what they come to ({@code careline.check=routing}), without starting anything: for whoever
 * changes them.
 */
public final class RoutingCheckProcess {

    private static final String CHECK = "careline.check";

    private RoutingCheckProcess() {}

    /** Whether these arguments, the system properties or the environment ask for it. */
    public static boolean isWanted(String... arguments) {
        return "routing".equals(environment(arguments).getProperty(CHECK));
    }

    /**
     * @param out where the report is printed
     * @return 0 if every example holds and callers can be served, else 1
     */
    public static int run(PrintStream out, String... arguments) {
        ConfigurableEnvironment environment = environment(arguments);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            RoutingReport report = report(ClinicFiles.of(environment), Clock.systemUTC());
            report.lines().forEach(out::println);
            return report.faults().isEmpty() ? 0 : 1;
        } catch (ClinicFileFaulty faulty) {
            faulty.faults().forEach(out::println);
            return 1;
        }
    }

    static RoutingReport report(ClinicFiles files, Clock clock) {
        ClinicNumbers numbers = files.read("numbers", ClinicNumbers.class);
        CallPlan rules = files.read("call-plan", CallPlan.class);
        ClinicHours days = files.read("hours", ClinicHours.class);
        OpeningHours hours = OpeningHours.of(days);
        ClinicCoordinators staff =
                files.read("coordinators", ClinicCoordinators.class, file -> file.violationsBeside(numbers));
        Roster roster = Roster.of(staff, days.zone());
        CallScripts scripts = CallScripts.read(files);
        RingPlanner planner = CallConfiguration.bounded(
                new RingPlanner(rules, roster, days, hours, scripts.longest(numbers)), scripts.longestInLine(rules));
        CallExamples examples = CallExamples.of(files);
        return RoutingReport.of(planner, rules, scripts, examples, roster, hours, numbers, clock.instant());
    }

    private static ConfigurableEnvironment environment(String... arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }
}
