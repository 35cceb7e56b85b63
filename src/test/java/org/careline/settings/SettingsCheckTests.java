package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

@ExtendWith(OutputCaptureExtension.class)
@Holds(Promise.P11)
class SettingsCheckTests {

    @TempDir
    private Path folder;

    @Test
    void theClinicsFilesAreThereForEverybody() {
        try (ConfigurableApplicationContext context = start("--careline.webform.min-fill-time=0")) {
            assertThat(context.getBean(ClinicNumbers.class).numbers()).hasSize(1);
            assertThat(context.getBean(ClinicForms.class).form("consultation")).isPresent();
        }
    }

    @Test
    void aStoreIsNeverAskedForInAFile(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "careline:\n  role: store\n");

        assertRefused("--spring.config.additional-location=" + folder + "/");

        assertThat(output)
                .contains("application.yaml], line 2: careline.role: found \"store\", expected application here")
                .contains("CARELINE_ROLE=store")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownKeyInAFileStopsTheStart(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "careline:\n  webform:\n    tokn-age: 24h\n");

        assertRefused("--spring.config.additional-location=" + folder + "/");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", folder.resolve("application.yaml") + "], line 3")
                .contains("careline.webform.tokn-age: found an unknown key", "careline.webform.token-age (the nearest")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownKeyOnTheCommandLineStopsTheStart(CapturedOutput output) {
        assertRefused("--careline.dat-dir=elsewhere");

        assertThat(output)
                .contains("command line: careline.dat-dir: found an unknown key", "careline.data-dir (the nearest")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            careline.public-base-url       | clinic.example | an address such as
            careline.twilio.api-base-url   | ftp://stub     | an address such as
            careline.twilio.account-sid    | 12345          | begins with AC
            careline.twilio.api-key        | AC12345        | begins with SK
            careline.webform.min-fill-time | soon           | a length of time
            careline.webform.token-age     | a day          | a length of time
            careline.webform.allowed-origins[0] | clinic.example | the origin of a site
            careline.webform.allowed-origins | https://a.example/, https://b.example | without a path
            careline.recordings.keep       | for ever       | a length of time
            careline.store.port            | many           | a whole number
            careline.role                  | clerk          | application, store
            careline.region                | america        | a country code
            """)
    void aWrongValueStopsTheStart(String key, String value, String expected, CapturedOutput output) {
        assertRefused("--" + key + "=" + value);

        assertThat(output)
                .contains("command line: " + key + ": found \"" + value + "\", expected", expected)
                .doesNotContain("\tat ");
    }

    @Test
    void goodValuesStart() {
        try (ConfigurableApplicationContext context = start(
                "--server.port=8080",
                "--careline.public-base-url=http://localhost:${server.port}",
                "--careline.twilio.account-sid=",
                "--careline.twilio.api-base-url=http://localhost:9999",
                "--careline.twilio.webhook-keys.WKnext=a secret",
                "--careline.twilio.webhook-keys.primary=another",
                "--careline.webform.allowed-origins[0]=https://www.clinic.example",
                "--careline.webform.token-age=PT24H",
                "--careline.region=CA",
                "--careline.store.port=27018")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void aFaultyClinicFileStopsTheStart(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("numbers.yaml"), "numbers:\n  - nubmer: \"+18445550100\"\n");

        assertRefused("--spring.config.additional-location=" + folder + "/");

        assertThat(output)
                .contains(folder.resolve("numbers.yaml") + ", line 2: numbers[0].nubmer: found an unknown key")
                .contains("expected number (the nearest known key)")
                .doesNotContain("\tat ", "Error starting", "failed to stop", "WARN");
    }

    @Test
    void theCatalogueListsEverySettingAndNoOther() throws IOException {
        String settings = Stream.of(
                        Files.readString(Path.of("config/application.yaml")).split("\n", -1))
                .filter(line -> line.matches("#[^ ].*|#( {2})+[a-z-]+:.*"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
        EnumerablePropertySource<?> source = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("catalogue", new ByteArrayResource(settings.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .get(0);

        List<String> listed = Stream.of(source.getPropertyNames())
                .filter(name -> name.startsWith("careline."))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(KnownSettings.keys());
    }

    private void assertRefused(String... arguments) {
        assertThatThrownBy(() -> start(arguments))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(ClinicFileFaulty.class),
                        thrown -> assertThat(thrown).hasRootCauseInstanceOf(ClinicFileFaulty.class));
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(SettingsConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(arguments);
    }
}
