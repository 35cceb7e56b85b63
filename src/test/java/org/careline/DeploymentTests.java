package org.careline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files for a container engine, as far as they can be checked without one: they were never run by these tests. */
class DeploymentTests {

    @Test
    void theDatabaseIsAReplicaSetWithAHealthCheck() throws IOException {
        Map<String, ?> mongodb = service("mongodb");

        assertThat(String.valueOf(mongodb.get("command"))).contains("--replSet");
        assertThat(String.valueOf(mongodb.get("healthcheck"))).contains("rs.initiate", "rs.status");
        assertThat(mongodb.containsKey("ports")).isFalse();
    }

    @Test
    void theApplicationDoesNotWaitForTheDatabaseAndKeepsItsData() throws IOException {
        Map<String, ?> careline = service("careline");

        assertThat(careline.containsKey("depends_on")).isFalse();
        assertThat(String.valueOf(careline.get("volumes"))).contains(":/careline/data");
        assertThat(String.valueOf(careline.get("healthcheck"))).contains("/actuator/health/readiness");
    }

    @Test
    void theImageRunsAsNobodySpecialFromFilesOfThisTree() throws IOException {
        String build = String.valueOf(service("careline").get("build"));
        List<String> lines = Files.readAllLines(Path.of("src/main/docker/Dockerfile"));

        assertThat(build).contains("src/main/docker/Dockerfile");
        assertThat(lines).contains("USER careline", "VOLUME /careline/data");
        assertThat(lines.stream().filter(line -> line.startsWith("COPY ") && !line.contains("--from")))
                .allSatisfy(line -> {
                    String[] words = line.split(" ", -1);
                    assertThat(Path.of(words[words.length - 2])).exists();
                });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> service(String name) throws IOException {
        Map<String, Map<String, Map<String, ?>>> file =
                new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        return file.getOrDefault("services", Map.of()).getOrDefault(name, Map.of());
    }
}
