package org.careline.settings;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * The clinic's data files. A file is looked for in the folders of {@code spring.config.additional-location}, the last
 * first, then in {@code ./config/}, then among the shipped ones; the first found counts as a whole, files are never
 * mixed. Safe for any number of threads; nothing is kept or watched.
 */
public final class ClinicFiles {

    private static final String ADDITIONAL = "spring.config.additional-location";
    private static final Path BESIDE = Path.of("config");

    private final List<Path> folders;

    private ClinicFiles(List<Path> folders) {
        this.folders = folders;
    }

    /** The files of these folders, the first first, and the shipped ones behind them. */
    public static ClinicFiles in(List<Path> folders) {
        return new ClinicFiles(List.copyOf(folders));
    }

    /** The files that these settings name. */
    public static ClinicFiles of(Environment settings) {
        return in(folders(settings.getProperty(ADDITIONAL, "")));
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

    /** The shipped, invented clinic and nothing else: for tests. */
    public static ClinicFiles shipped() {
        return new ClinicFiles(List.of());
    }

    /**
     * Reads one file into a record, whose components are its keys. Components may be records, lists and maps of records
     * at any depth; their Bean Validation constraints are checked ({@code @Valid} leads downwards), then what a
     * {@link SelfChecking} record finds itself.
     *
     * @param file the name without {@code .yaml}
     * @throws ClinicFileFaulty with everything that is wrong
     */
    public <T> T read(String file, Class<T> record) {
        return read(file, record, value -> Stream.empty());
    }

    /**
     * The same, with rules that look beyond this file.
     *
     * @param further everything that is wrong with a file that is right by itself
     */
    public <T> T read(String file, Class<T> record, Function<T, Stream<Violation>> further) {
        Resource resource = find(file + ".yaml");
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            Validator rules = validation.getValidator();
            return new ClinicFile(ClinicYaml.shown(resource), ClinicYaml.content(resource))
                    .read(record, rules, further);
        }
    }

    /** Another file beside these, such as a sound, in the first folder that has it; empty if none has. */
    public Optional<Path> other(Path file) {
        return folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether the clinic has this file itself; if not, the shipped one counts. */
    public boolean hasOwn(String file) {
        return folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(file + ".yaml")));
    }

    private Resource find(String file) {
        return folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .<Resource>map(FileSystemResource::new)
                .orElseGet(() -> new ClassPathResource("clinic/" + file));
    }
}
