package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultLifecycleProcessor;

@ExtendWith(OutputCaptureExtension.class)
class NodeStartTests {

    private static final String KEY = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    private static final String SHARED = "signing-key-that-two-nodes-share";

    @TempDir
    private Path home;

    @Test
    void theFirstStartMakesTheSecretsAndShowsTokenAndPassword(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext context = start()) {
            Secrets secrets = context.getBean(Secrets.class);

            assertThat(names())
                    .contains(
                            "api-token",
                            "twilio-auth-token",
                            "signing-key",
                            "encryption-key",
                            "console-password",
                            "node-id");
            assertThat(output)
                    .contains(
                            secrets.apiToken(),
                            secrets.consolePassword(),
                            data("signing-key").toString());
            assertThat(output).doesNotContain(secrets.twilioAuthTokens());
            assertThat(output)
                    .doesNotContain(Files.readString(data("signing-key")).strip());
            assertThat(secrets.signingKey()).hasSize(32).isNotEqualTo(secrets.encryptionKey());
            assertThat(secrets.toString()).doesNotContain(secrets.apiToken());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data("api-token"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLaterStartKeepsTheSecretsAndShowsOnlyPaths(CapturedOutput output) {
        Secrets first;
        try (ConfigurableApplicationContext context = start()) {
            first = context.getBean(Secrets.class);
        }
        int before = output.getOut().length();

        try (ConfigurableApplicationContext context = start()) {
            Secrets second = context.getBean(Secrets.class);

            assertThat(second.apiToken()).isEqualTo(first.apiToken());
            assertThat(second.consolePassword()).isEqualTo(first.consolePassword());
            assertThat(second.signingKey()).isEqualTo(first.signingKey());
            assertThat(output.getOut().substring(before))
                    .contains(data("api-token").toString())
                    .doesNotContain(first.apiToken(), first.consolePassword());
        }
    }

    @Test
    void aGivenSecretIsNeitherWrittenNorShown(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext context = start(
                "--careline.api.token=given-token-with-bits-enough",
                "--careline.twilio.account-sid=AC00000000000000000000000000000000",
                "--careline.twilio.auth-token=given-auth",
                "--careline.twilio.next-auth-token=given-next",
                "--careline.signing-key=given-signing-key-with-bits-enough",
                "--careline.encryption-key=" + KEY,
                "--careline.console.password=given-password")) {
            Secrets secrets = context.getBean(Secrets.class);

            assertThat(secrets.apiToken()).isEqualTo("given-token-with-bits-enough");
            assertThat(secrets.consolePassword()).isEqualTo("given-password");
            assertThat(secrets.twilioAuthTokens()).containsExactly("given-auth", "given-next");
            assertThat(secrets.signingKey())
                    .asHexString()
                    .isEqualToIgnoringCase("9724457a0b08e9feff5285a21e6e878be05b047a29e747719b2e88f3ddf30a50");
            assertThat(names()).containsExactlyInAnyOrder("lock", "node-id");
            assertThat(output).doesNotContain("given-", KEY);
        }
    }

    @Test
    void twoNodesWithTheSameSettingsHaveTheSameKeys() {
        byte[] one;
        try (ConfigurableApplicationContext context = start("--careline.signing-key=" + SHARED)) {
            one = context.getBean(Secrets.class).signingKey();
        }
        try (ConfigurableApplicationContext context = start("--careline.signing-key=" + SHARED)) {
            assertThat(context.getBean(Secrets.class).signingKey()).isEqualTo(one);
        }
    }

    @Test
    void anAccountWithoutItsTokenDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--careline.twilio.account-sid=AC00000000000000000000000000000000"))
                .hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "careline.twilio.auth-token")
                .doesNotContain("\tat ");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void aSecondProcessOnTheFolderDoesNotStart(CapturedOutput output) {
        try (DataFolder holder = DataFolder.at(home.resolve("data"))) {
            holder.path();

            assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        }

        assertThat(output)
                .contains("APPLICATION FAILED TO START", home.resolve("data").toString(), "careline.data-dir")
                .doesNotContain("\tat ");
    }

    @Test
    void anEmptySecretFileDoesNotStart(CapturedOutput output) throws IOException {
        Files.createDirectory(home.resolve("data"), mode("rwx------"));
        Files.createFile(data("signing-key"), mode("rw-------"));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output).contains(data("signing-key").toString()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "careline.api.token, a, 128 random bits",
        "careline.api.token, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 128 random bits",
        "careline.api.token, 0123456789abcdef0123456789abcde, 128 random bits",
        "careline.signing-key, k, 128 random bits",
        "careline.encryption-key, clinic1, 32 random bytes",
        "careline.encryption-key, a-long-sentence-that-a-dictionary-has-and-so-opens, 32 random bytes",
        "careline.console.password, x, 12 letters",
        "careline.console.password, aaaaaaaaaaaaaaaa, 12 letters",
    })
    void aWeakSecretDoesNotStart(String setting, String secret, String expected, CapturedOutput output) {
        assertThatThrownBy(() -> start("--" + setting + "=" + secret)).hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output)
                .contains(setting + ": found a text of " + secret.length() + " letters", expected, "openssl rand -hex")
                .doesNotContain("\tat ");
        if (secret.length() > 1) {
            assertThat(output).doesNotContain(secret);
        }
    }

    @Test
    void aWeakSecretInAFileDoesNotStart(CapturedOutput output) throws IOException {
        Files.createDirectory(home.resolve("data"), mode("rwx------"));
        Files.writeString(Files.createFile(data("encryption-key"), mode("rw-------")), "clinic1\n");

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output)
                .contains(data("encryption-key") + ": found a text of 7 letters")
                .doesNotContain("clinic1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-x---", "rwx--x--x", "rwx-----x", "rwx---r--"})
    void aFolderThatOthersMayEnterDoesNotStart(String mode, CapturedOutput output) throws IOException {
        Files.setPosixFilePermissions(
                Files.createDirectory(home.resolve("data")), PosixFilePermissions.fromString(mode));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output)
                .contains(home.resolve("data") + ": found mode " + mode, "chmod go=")
                .doesNotContain("\tat ");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-----w-"})
    void aSecretThatOthersMayReadOrWriteDoesNotStart(String mode, CapturedOutput output) throws IOException {
        start().close();
        Files.setPosixFilePermissions(data("api-token"), PosixFilePermissions.fromString(mode));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output).contains(data("api-token") + ": found mode " + mode);
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aContextThatIsNotStartedLeavesNoTrace() {
        new ApplicationContextRunner()
                .withUserConfiguration(Node.class, NothingStarts.class)
                .withPropertyValues("careline.data-dir=" + home.resolve("data"))
                .run(context -> {
                    assertThat(context).hasSingleBean(Secrets.class);
                    assertThat(home.resolve("data")).doesNotExist();
                });
    }

    @Test
    void aTestBringsItsOwnClock() {
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ApplicationContextRunner runner =
                new ApplicationContextRunner().withUserConfiguration(Node.class, NothingStarts.class);

        runner.run(context -> assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC()));
        runner.withBean("movable", Clock.class, () -> stopped)
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(stopped));
    }

    private ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--careline.data-dir=" + home.resolve("data"));
        SpringApplication application = new SpringApplication(Node.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(all.toArray(String[]::new));
    }

    private Path data(String name) {
        return home.resolve("data").resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({NodeConfiguration.class, NodeStart.class})
    @ImportAutoConfiguration(ClockAutoConfiguration.class)
    @EnableConfigurationProperties(NodeSettings.class)
    static class Node {}

    @Configuration(proxyBeanMethods = false)
    static class NothingStarts {

        @Bean
        LifecycleProcessor lifecycleProcessor() {
            return new DefaultLifecycleProcessor() {
                @Override
                public void onRefresh() {
                    // as in a training run
                }
            };
        }
    }
}
