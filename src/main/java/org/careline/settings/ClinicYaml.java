package org.careline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the keys and values of one of the clinic's files. */
final class ClinicYaml {

    private ClinicYaml() {}

    /** @throws ClinicFileFaulty if there is no such file, or it is no YAML */
    static IterableConfigurationPropertySource content(Resource resource) {
        if (!resource.exists()) {
            throw faulty(resource, 0, "no such file", "the file here or in ./config/");
        }
        try {
            List<PropertySource<?>> documents =
                    new ArrayList<>(new YamlPropertySourceLoader().load("clinic", resource));
            if (documents.size() > 1) {
                throw faulty(resource, 0, "several documents", "one, without \"---\"");
            }
            PropertySource<?> only = documents.isEmpty() ? new MapPropertySource("empty", Map.of()) : documents.get(0);
            return (IterableConfigurationPropertySource) Objects.requireNonNull(ConfigurationPropertySource.from(only));
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 0
                    : notYaml.getProblemMark().getLine() + 1;
            throw faulty(resource, line, notYaml.getProblem(), "YAML with each key once");
        } catch (YAMLException | IllegalStateException | IOException notYaml) {
            throw faulty(resource, 0, String.valueOf(notYaml.getMessage()), "YAML with each key once");
        }
    }

    private static ClinicFileFaulty faulty(Resource resource, int line, String found, String expected) {
        return new ClinicFileFaulty(List.of(new Fault(shown(resource), line, "the file", found, expected)));
    }

    /** How a file is called where its faults are told. */
    static String shown(Resource resource) {
        return resource instanceof FileSystemResource file
                ? Path.of(file.getPath()).toString()
                : "shipped " + resource.getFilename();
    }
}
