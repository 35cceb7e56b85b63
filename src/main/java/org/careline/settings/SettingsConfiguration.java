package org.careline.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the clinic's files once, at the start. A store process has no clinic. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class SettingsConfiguration {

    private static final String ADDITIONAL = "spring.config.additional-location";
    private static final Path BESIDE = Path.of("config");

    @Bean
    ClinicFiles clinicFiles(Environment environment) {
        return ClinicFiles.in(folders(environment.getProperty(ADDITIONAL, "")));
    }

    @Bean
    ClinicNumbers clinicNumbers(ClinicFiles files) {
        return files.read("numbers", ClinicNumbers.class);
    }

    @Bean
    ClinicForms clinicForms(ClinicFiles files) {
        return files.read("forms", ClinicForms.class);
    }

    @Bean
    CrisisLines crisisLines(ClinicFiles files) {
        return files.read("crisis", CrisisLines.class);
    }

    /** Spring's own way to write locations; the last one counts most. */
    static List<Path> folders(String additionalLocations) {
        List<Path> folders = new ArrayList<>();
        folders.add(BESIDE);
        for (String location : additionalLocations.split("[,;]", -1)) {
            String folder = location.strip().replaceFirst("^optional:", "").replaceFirst("^file:(//)?", "");
            if (!folder.isEmpty() && !folder.startsWith("classpath:")) {
                folders.add(Path.of(folder));
            }
        }
        Collections.reverse(folders);
        return folders;
    }
}
