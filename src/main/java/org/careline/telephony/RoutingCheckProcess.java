package org.careline.telephony;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFiles;
import org.careline.speech.SoundsBase;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Checks the rules of calls and prints what they come to ({@code careline.check=routing}), without starting anything: for whoever
 * changes them.
 */
public final class RoutingCheckProcess {

    private static final String CHECK = "careline.check";

    /** Where the rules of calls are wired, and what they are made of. */
    private static final List<String> WIRED_IN = List.of(
            "settings.Settings", "safety.Safety", "staff.Staff", "routing.Routing", "speech.Speech", "telephony.Call");

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

    /** By the wiring of the product, of which only that is made of which the rules consist. */
    static RoutingReport report(ClinicFiles files, Clock clock) {
        try (AnnotationConfigApplicationContext rules = new AnnotationConfigApplicationContext()) {
            rules.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            rules.registerBean(LIFECYCLE_PROCESSOR_BEAN_NAME, LifecycleProcessor.class, NothingStarts::new);
            rules.registerBean("theseFiles", ClinicFiles.class, () -> files, one -> one.setPrimary(true));
            rules.registerBean("theirTime", Clock.class, () -> clock, one -> one.setPrimary(true));
            rules.registerBean("nowhere", SoundsBase.class, () -> new SoundsBase(""), one -> one.setPrimary(true));
            WIRED_IN.stream()
                    .map(room -> "org.careline." + room + "Configuration")
                    .forEach(wiring -> rules.registerBeanDefinition(wiring, new RootBeanDefinition(wiring)));
            rules.refresh();
            return rules.getBean(RoutingReport.class);
        } catch (BeanCreationException failed) {
            throw failed.getMostSpecificCause() instanceof ClinicFileFaulty faulty ? faulty : failed;
        }
    }

    /** Nothing of the product runs meanwhile. */
    private static final class NothingStarts extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {}
    }

    private static ConfigurableEnvironment environment(String... arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }
}
