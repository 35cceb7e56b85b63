package org.careline.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.settings.ClinicFiles;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A script and the file it stands in. */
record ScriptFile(Path path, RehearsalScript script) {

    private static final String ENDING = ".yaml";

    /**
     * The scripts of a file or a folder, the earliest first.
     *
     * @throws org.careline.settings.ClinicFileFaulty with everything that is wrong with one of them
     */
    static List<ScriptFile> below(Path place) {
        try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(ScriptFile::read)
                    .sorted((one, other) -> one.script.begin().compareTo(other.script.begin()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ScriptFile read(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        String name = String.valueOf(file.getFileName());
        return new ScriptFile(
                file,
                ClinicFiles.in(List.of(folder))
                        .read(name.substring(0, name.length() - ENDING.length()), RehearsalScript.class));
    }

    /** A miss with its place: file, line, key, what was found and what is expected. */
    String sentence(Mismatch miss) {
        return path + ", line " + line(miss.key()) + ": " + miss.key() + ": found " + miss.found() + ", expected "
                + miss.expected();
    }

    /** Where a key stands; of one that is missing, where its neighbours begin. */
    private int line(String key) {
        try (Reader reader = Files.newBufferedReader(path)) {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            int line = node.getStartMark().getLine();
            for (String part : parts(key)) {
                Optional<Node> next = child(node, part);
                if (next.isEmpty()) {
                    break;
                }
                node = next.get();
                line = node.getStartMark().getLine();
            }
            return line + 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        for (String part : key.replace("[", ".").replace("]", "").split("\\.", -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static Optional<Node> child(Node node, String part) {
        if (node instanceof SequenceNode list) {
            int index = Integer.parseInt(part);
            return index < list.getValue().size() ? Optional.of(list.getValue().get(index)) : Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return map.getValue().stream()
                    .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                            && name.getValue().equals(part))
                    .map(entry -> entry.getValueNode())
                    .findFirst();
        }
        return Optional.empty();
    }
}
