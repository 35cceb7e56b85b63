package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.web.RawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What strangers send is quoted by web server, framework and parsers; none of it may reach a log. */
@ExtendWith(OutputCaptureExtension.class)
class LogGuardTests {

    private static final String MARK = "LEAK";

    private static final String REST = "Host: localhost\r\nConnection: close\r\n\r\n";

    /** The five of the finding, and neighbours: each part of a request, spoilt. */
    private static final List<String> REQUESTS = List.of(
            "GET /api/v1/leads?email=LEAK01.maya@example.org{}|\" HTTP/1.1\r\n" + REST,
            "GET /x HTTP/1.1\r\nAuthorization : Bearer LEAK-TOKEN\r\n" + REST,
            "GET /x HTTP/1.1\r\nCookie:careline-session=LEAK\u0001\r\n" + REST,
            "GET /x HTTP/1.1\r\nHost: LEAK_HOST{maya@example.org}\r\nConnection: close\r\n\r\n",
            "GET /api/v1/leads?phone=+1 LEAK 305 555 0123 HTTP/1.1\r\n" + REST,
            "LEAK{ /x HTTP/1.1\r\n" + REST,
            "GET /x LEAK/9.9\r\n" + REST,
            "GET http://LEAK@[::1/x HTTP/1.1\r\n" + REST,
            "GET /%zzLEAK HTTP/1.1\r\n" + REST,
            "GET /..%2fLEAK%5c HTTP/1.1\r\n" + REST,
            "GET /x HTTP/1.1\r\nX-LEAK header without colon\r\n" + REST,
            "GET /x HTTP/1.1\r\nCookie: a=\"LEAK; $Version=\u0000\r\n" + REST,
            "GET /x HTTP/1.1\r\nTransfer-Encoding: LEAK\r\n" + REST,
            "GET /x HTTP/1.1\r\nContent-Length: LEAK\r\n" + REST,
            "GET /typed?number=LEAK HTTP/1.1\r\n" + REST,
            "GET /typed HTTP/1.1\r\n" + REST,
            "GET /typed?LEAK=%zz&number=%LEAK HTTP/1.1\r\n" + REST,
            "GET /fails?text=LEAK HTTP/1.1\r\n" + REST,
            "LEAK /fails HTTP/1.1\r\n" + REST,
            "GET /typed?number=1 HTTP/1.1\r\nAccept: LEAK/\u0001\r\n" + REST,
            "GET /typed?number=1 HTTP/1.1\r\nAccept-Language: LEAK;q=x\r\n" + REST,
            body("application/json", "{\"LEAK\": "),
            body("application/json", "LEAK"),
            body(
                    "multipart/form-data; boundary=LEAK",
                    "--LEAK\r\nContent-Disposition: form-data; name=\"LEAK\r\n\r\nLEAK"),
            body("LEAK", "LEAK"));

    private static String body(String type, String body) {
        return "POST /json HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n" + REST
                + body;
    }

    @TempDir
    Path home;

    /** Spring Boot tells its logging system by properties of the process, and leaves them there. */
    @AfterEach
    void forgetsTheFormat() {
        Stream.of("CONSOLE_LOG_STRUCTURED_FORMAT", "FILE_LOG_STRUCTURED_FORMAT", "LOG_FILE", "LOG_PATH")
                .forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--logging.structured.format.console=ecs",
                "--logging.structured.format.console=gelf",
                "--logging.structured.format.console=logstash",
                "--logging.level.root=trace",
                "--logging.level.org.apache=debug --logging.level.org.springframework=debug",
                "--debug"
            })
    @Holds(Promise.P10)
    void nothingOfARequestReachesALog(String settings, CapturedOutput output) throws IOException {
        Path file = home.resolve("careline.log");

        sendAll(settings + " --logging.file.name=" + file);

        assertThat(output.getAll()).contains("Tomcat started on port").doesNotContain(MARK);
        assertThat(Files.readString(file)).contains("Tomcat started on port").doesNotContain(MARK);
    }

    @Test
    void aLoggerIsWrittenWholeOnlyWhereTheOperatorSaysSo(CapturedOutput output) {
        sendAll("--careline.logs.unguarded=org.apache.coyote --logging.level.org.apache.coyote=debug");

        assertThat(output.getAll())
                .contains(MARK)
                .contains("Lines of [org.apache.coyote] are written whole: they may hold what people typed");
    }

    @Test
    @Holds(Promise.P10)
    void aLibrarysFailureIsToldByTypeAndPlace(CapturedOutput output) {
        LogGuard.guard(new org.springframework.core.env.StandardEnvironment());

        LoggerFactory.getLogger("com.example.Parser")
                .error("Cannot read LEAK", new IllegalArgumentException("LEAK", new IllegalStateException("LEAK")));
        LoggerFactory.getLogger("org.careline.Something").warn("It failed", new IllegalStateException("LEAK"));
        LoggerFactory.getLogger("com.example.Parser").info("LEAK");

        assertThat(output.getAll())
                .contains("com.example.Parser", "(withheld", "java.lang.IllegalArgumentException")
                .contains("caused by java.lang.IllegalStateException", "LogGuardTests.java:", "It failed")
                .doesNotContain(MARK);
    }

    private static void sendAll(String settings) {
        // Another application of this process, still open, has set the log up already.
        LoggingSystem.get(LogGuardTests.class.getClassLoader()).cleanUp();
        SpringApplication application = new SpringApplication(Pages.class);
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--spring.config.location=optional:none/"),
                        Stream.of(settings.strip().split(" ")).filter(setting -> !setting.isEmpty()))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            REQUESTS.forEach(request -> RawRequest.exactly(port, request));
        }
    }

    @TestComponent
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import(Typed.class)
    static class Pages {}

    @TestComponent
    @RestController
    static class Typed {

        @GetMapping("/typed")
        int typed(@RequestParam int number) {
            return number;
        }

        @GetMapping("/fails")
        String fails(@RequestParam String text) {
            throw new IllegalStateException("Nobody knows " + text);
        }

        @PostMapping("/json")
        String json(@RequestBody List<Integer> body) {
            return body.toString();
        }
    }
}
