package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientsTests {

    private static final String HASH = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    Path folder;

    @Test
    void theShippedClinicHasNone() {
        ApiClients clients =
                new ApiClients(() -> "first", ClinicFiles.shipped().read("api-clients", ApiClientsFile.class));

        assertThat(clients.of("first")).contains(ApiClient.FIRST_RUN);
        assertThat(clients.of("")).isEmpty();
        assertThat(clients.of("other")).isEmpty();
    }

    @Test
    void aTokenIsKeptAsItsSum() {
        assertThat(ApiClients.hash("a-token"))
                .isEqualTo("sha256:1f6076e3a47ba1ded08025ffe06e57af217c14f9407f33fba50f99b1c7019387");
    }

    @Test
    void whatTheCommandPrintsIsATokenOfTheFileThatItPrints() throws IOException {
        Printed printed = run("--careline.api-client=website", "--careline.scopes=inquiries,leads");
        List<String> lines = printed.text().lines().toList();
        String token = lines.get(2);

        ApiClients clients = read("clients:\n" + String.join("\n", lines.subList(6, 9)) + "\n");

        assertThat(printed.code()).isZero();
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(printed.text().split(token, -1)).as("it is shown once").hasSize(2);
        assertThat(clients.of(token)).hasValueSatisfying(client -> {
            assertThat(client.name()).isEqualTo("website");
            assertThat(client.scopes()).containsExactlyInAnyOrder(ApiScope.INQUIRIES, ApiScope.LEADS);
        });
        assertThat(run("--careline.api-client=website", "--careline.scopes=inquiries")
                        .text())
                .doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "--careline.api-client=Web Site, --careline.scopes=leads, --careline.api-client",
        "--careline.api-client=api-token, --careline.scopes=leads, --careline.api-client",
        "--careline.api-client=website, --careline.scopes=everything, 'inquiries,leads,work,telephony,metrics'",
        "--careline.api-client=website, --careline.scopes=, --careline.scopes",
        "--careline.api-client=website, --other=1, --careline.scopes",
    })
    void theCommandSaysWhatIsWrong(String client, String scopes, String said) {
        Printed printed = run(client, scopes);

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.text()).contains(said).doesNotContainPattern("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "website:\n    hash: \"%s\"\n    scopes: [all] ## line 4: clients.website.scopes[0]: found \"all\", expected",
                "website:\n    hash: \"%s\" ## clients.website.scopes: found nothing, expected a list of inquiries",
                "website:\n    scopes: [leads] ## clients.website.hash: found nothing, expected sha256: and 64",
                "website:\n    hash: secret\n    scopes: [leads] ## line 3: clients.website.hash: found \"secret\", expected sha256: and 64",
                "website:\n    hash: \"sha256:0000000000000000000000000000000000000000000000000000000000000000\"\n"
                        + "    scopes: [leads] ## line 3: clients.website.hash",
                "website:\n    hash: \"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n"
                        + "    scopes: [leads] ## line 3: clients.website.hash",
                "website:\n    hash: \"%s\"\n    scopes: [leads]\n    token: x ## line 5: clients.website.token: found an unknown key",
                "api-token:\n    hash: \"%s\"\n    scopes: [leads] ## clients.api-token",
                "website:\n    hash: \"%s\"\n    scopes: [leads]\n  other:\n    hash: \"%s\"\n    scopes: [leads]"
                        + " ## not that of website",
                "website:\n    hash: \"%s\"\n    scopes: [leads]\n  website:\n    hash: \"%s\"\n    scopes: [leads]"
                        + " ## line 5: the file: found found duplicate key website, expected YAML with each key once",
            })
    void aFaultIsToldWithItsLine(String written) {
        String[] both = written.replace("%s", HASH).split(" ## ", -1);

        assertThatThrownBy(() -> read("clients:\n  " + both[0] + "\n"))
                .isInstanceOfSatisfying(
                        ClinicFileFaulty.class,
                        faulty -> assertThat(faulty.faults().toString()).contains(both[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clients:\n", "clients: {}\n"})
    void aFileMayNameNobody(String text) throws IOException {
        assertThat(read(text)).hasToString("ApiClients[]");
    }

    private ApiClients read(String text) throws IOException {
        Files.writeString(folder.resolve("api-clients.yaml"), text);
        return new ApiClients(() -> "first", ClinicFiles.in(List.of(folder)).read("api-clients", ApiClientsFile.class));
    }

    private record Printed(int code, String text) {}

    private static Printed run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = ApiClientProcess.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
        return new Printed(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
