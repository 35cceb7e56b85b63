package org.careline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy of go-live.md. */
class ProxyTests {

    private static final Path FILE = Path.of("src", "docs", "nginx.conf");
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    @Test
    void callersHaveAWayOfTheirOwnAndNothingTypedIsLogged() throws IOException {
        String file = Files.readString(FILE);

        assertThat(file)
                .containsPattern("location /twilio/ \\{\\s+proxy_pass http://careline_calls;")
                .containsPattern("location /prompts/ \\{\\s+proxy_pass http://careline_calls;")
                .containsPattern("location = /console/events \\{[^}]*proxy_buffering off;")
                .contains(
                        "proxy_request_buffering on;",
                        "limit_conn ",
                        "client_body_timeout ",
                        "error_log /var/log/nginx/careline-error.log crit;");
        assertThat(file.lines().filter(line -> line.startsWith("log_format")))
                .singleElement()
                .asString()
                .doesNotContain("$request ", "$request\"", "$args", "$request_uri", "referer");
        assertThat(file.lines().filter(line -> line.strip().startsWith("proxy_pass ")))
                .allMatch(line -> line.strip().matches("proxy_pass http://\\w+;"));
    }

    @Test
    void nginxTakesItAsItIs() throws IOException {
        Optional<Path> nginx = program("nginx");
        Optional<Path> openssl = program("openssl");
        assumeThat(nginx).as("there is no nginx on this machine").isPresent();
        assumeThat(openssl).as("there is no openssl on this machine").isPresent();

        run(List.of(
                openssl.orElseThrow().toString(),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=phone.clinic.example",
                "-keyout",
                folder.resolve("privkey.pem").toString(),
                "-out",
                folder.resolve("fullchain.pem").toString()));
        Files.writeString(folder.resolve("careline.conf"), here(Files.readString(FILE)));
        Files.writeString(folder.resolve("nginx.conf"), """
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { }
                http {
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %1$s/careline.conf;
                }
                """.formatted(folder));

        String said = run(List.of(
                nginx.orElseThrow().toString(),
                "-t",
                "-e",
                folder.resolve("error.log").toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString()));

        assertThat(said).contains("test is successful").doesNotContain("[warn]");
    }

    /** With the certificate that was just made, and ports that are free. */
    private String here(String file) throws IOException {
        return file.replace("/etc/careline/tls", folder.toString())
                .replace("/var/log/nginx", folder.toString())
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ", "listen 127.0.0.1:" + freePort() + " ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
