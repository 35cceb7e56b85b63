package org.careline.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Compares every {@code careline.*} key of the configuration files and of the command line with the settings there are,
 * before the first bean is made. The environment of the process is left out: it belongs to others too.
 */
class SettingsCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<Fault> faults = faults(environment);
        if (!faults.isEmpty()) {
            throw new ClinicFileFaulty(faults);
        }
    }

    /** Everything that is wrong with the settings of this environment. */
    static List<Fault> faults(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(SettingsCheck::isWrittenForUs)
                .flatMap(source -> faults(source, environment))
                .toList();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isWrittenForUs(PropertySource<?> source) {
        return source instanceof OriginTrackedMapPropertySource || source instanceof CommandLinePropertySource;
    }

    private static Stream<Fault> faults(PropertySource<?> properties, ConfigurableEnvironment environment) {
        if (!(ConfigurationPropertySource.from(properties) instanceof IterableConfigurationPropertySource source)) {
            return Stream.empty();
        }
        List<ConfigurationPropertyName> ours =
                source.stream().filter(KnownSettings.ROOT::isAncestorOf).toList();
        Binder binder = new Binder(List.of(source), new PropertySourcesPlaceholdersResolver(environment));
        ClinicFile file = new ClinicFile(ours.isEmpty() ? "" : name(source, ours.get(0)), source, binder);
        return ours.stream().flatMap(key -> fault(file, key, environment).stream());
    }

    private static Optional<Fault> fault(
            ClinicFile file, ConfigurationPropertyName key, ConfigurableEnvironment environment) {
        Optional<Setting> known = KnownSettings.of(key);
        String found = file.found(key);
        if (known.isEmpty()) {
            return found.isEmpty() && KnownSettings.isAbove(key)
                    ? Optional.empty()
                    : Optional.of(file.fault(
                            key, "an unknown key", Expectation.insteadOf(key.toString(), KnownSettings.keys())));
        }
        Setting setting = known.get();
        if (setting.key().equals(KnownSettings.ROLE) && KnownSettings.STORE.equalsIgnoreCase(found)) {
            return Optional.of(file.fault(key, ClinicFile.quoted(found), KnownSettings.WHERE_A_STORE_IS_ASKED_FOR));
        }
        RecordKeys shape = setting.key().equals(key.toString()) ? setting.shape() : RecordKeys.of(String.class);
        boolean matches = setting.pattern()
                .matcher(environment.resolvePlaceholders(found))
                .matches();
        return matches
                ? file.misfit(key, shape, setting.expected())
                : Optional.of(file.fault(key, ClinicFile.quoted(found), setting.expected()));
    }

    private static String name(IterableConfigurationPropertySource source, ConfigurationPropertyName key) {
        return ClinicFile.place(source, key)
                .map(place -> String.valueOf(place.getResource()))
                .orElse("command line");
    }
}
