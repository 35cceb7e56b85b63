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

    private static final Path HEALTH = Path.of("src", "main", "docker", "mongodb-health.js");

    @Test
    void theDatabaseIsAReplicaSetThatAsksForAPassword() throws IOException {
        Map<String, ?> mongodb = service("mongodb");

        assertThat(mongodb.get("command"))
                .isEqualTo(List.of("--replSet", "careline", "--keyFile", "/secrets/keyfile", "--bind_ip_all"));
        assertThat(mongodb.containsKey("ports")).isFalse();
        assertThat(String.valueOf(mongodb.get("healthcheck"))).contains("/health.js", "127.0.0.1");
        assertThat(String.valueOf(mongodb.get("volumes"))).contains("./" + HEALTH + ":/health.js:ro");
        assertThat(Files.readString(HEALTH))
                .contains("rs.initiate", "rs.status", "operator-password", "careline.store.password")
                .contains("user: \"careline\"", "{ role: \"readWrite\", db: \"careline\" }");
    }

    @Test
    void secretsAreMadeOnceAndEachIsSeenOnlyWhereItIsNeeded() throws IOException {
        String making = String.valueOf(service("secrets").get("command"));

        assertThat(making)
                .contains("keyfile operator-password careline.store.password", "/dev/urandom", "if [ ! -s ")
                .contains("chmod 0400 /mongodb/*");
        assertThat(service("secrets").get("network_mode")).isEqualTo("none");
        assertThat(String.valueOf(service("careline").get("volumes")))
                .contains("careline-secrets:/run/careline:ro")
                .doesNotContain("mongodb");
        assertThat(Files.readString(Path.of("docker-compose.yml"))).doesNotContainPattern("mongodb://\\w+:\\S+@");
    }

    @Test
    void theApplicationDoesNotWaitForTheDatabaseAndKeepsItsData() throws IOException {
        Map<String, ?> careline = service("careline");

        assertThat(String.valueOf(careline.get("depends_on")))
                .contains("secrets")
                .doesNotContain("mongodb");
        assertThat(String.valueOf(careline.get("volumes"))).contains(":/careline/data");
        assertThat(String.valueOf(careline.get("healthcheck"))).contains("/actuator/health/readiness");
        assertThat(String.valueOf(careline.get("environment")))
                .contains("SPRING_MONGODB_URI=mongodb://mongodb:27017/careline?replicaSet=careline")
                .contains("SPRING_CONFIG_IMPORT=configtree:/run/careline/");
    }

    @Test
    void nothingHasMoreRightsThanItNeeds() throws IOException {
        for (String name : List.of("secrets", "mongodb", "careline")) {
            assertThat(service(name).get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            assertThat(service(name).get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
        }
        assertThat(service("careline").get("read_only")).isEqualTo(true);
        assertThat(service("careline").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
        assertThat(service("mongodb").get("user")).isEqualTo("999:999");
        assertThat(Files.readString(Path.of("src/main/docker/Dockerfile"))).contains("chmod 0700 /careline/data");
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
