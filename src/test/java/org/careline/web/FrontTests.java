package org.careline.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the front does with bodies, byte for byte. */
@Doors
@ExtendWith(OutputCaptureExtension.class)
class FrontTests {

    private static final String TOKEN = "Authorization: Bearer " + Doors.TOKEN + "\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final int PATIENCE_MS = 10_000;

    private final DoorFakes behind;
    private final int port;

    @Autowired
    FrontTests(DoorFakes behind, @LocalServerPort int port) {
        behind.forget();
        this.behind = behind;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "/forms/consultation,application/x-www-form-urlencoded,text/html",
        "/login,application/x-www-form-urlencoded,text/plain",
        "/api/v1/inquiries,application/json,application/problem+json",
    })
    void aBodyThatDoesNotComeInTimeIsRefusedAndTheConnectionEnds(String path, String type, String answered)
            throws IOException {
        long start = System.nanoTime();
        String answer = talk(post(path, TOKEN + "Content-Type: " + type + "\r\nContent-Length: 100"), "a");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close", "Content-Type: " + answered);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isBetween(1L, 6L);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/inquiries,application/json,401",
        "/api/v1/nothing,application/json,401",
        "/no/such/path,application/x-www-form-urlencoded,404",
        "/webform.css,application/x-www-form-urlencoded,405",
        "/receipts/x,application/x-www-form-urlencoded,405",
        "/forms/consultation,text/plain,415",
        "/forms/nothing,text/plain,404",
        "/actuator/prometheus,text/plain,401",
        "/console/queue,text/plain,403",
    })
    void aRefusalReadsNothing(String path, String type, int status) throws IOException {
        long start = System.nanoTime();
        String answer = talk(post(path, "Content-Type: " + type + "\r\nContent-Length: 5000"), "a");

        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("Connection: close");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/inquiries,text/plain,415",
        "/api/v1/nothing,application/json,404",
        "/api/v1/queue,application/json,405",
    })
    void neitherDoesOneThatComesAfterTheToken(String path, String type, int status) throws IOException {
        String answer = talk(post(path, TOKEN + "Content-Type: " + type + "\r\nContent-Length: 5000"), "a");

        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("Connection: close");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/inquiries,application/json",
        "/forms/consultation,application/x-www-form-urlencoded",
        "/login,application/x-www-form-urlencoded",
    })
    void tooMuchIsRefusedWhetherItIsAnnouncedOrNot(String path, String type) throws IOException {
        String head = TOKEN + "Content-Type: " + type + "\r\n";
        String announced = talk(post(path, head + "Content-Length: 70000"), "a");
        String chunk = Integer.toHexString(70_000) + "\r\n" + "x".repeat(70_000) + "\r\n";
        String chunked = talk(post(path, head + "Transfer-Encoding: chunked"), chunk);

        assertThat(announced).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        assertThat(chunked).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }

    @Test
    void aBodyMayComeInPiecesAndInChunks() throws IOException {
        String body = "{\"phone\": \"(305) 555-0123\"}";
        String head = post("/api/v1/inquiries", TOKEN + JSON + "Connection: close\r\nContent-Length: " + body.length());
        assertThat(talk(head + body.substring(0, 5), body.substring(5))).startsWith("HTTP/1.1 202 ");

        String chunks = IntStream.range(0, body.length())
                .mapToObj(at -> "1\r\n" + body.charAt(at) + "\r\n")
                .reduce("", String::concat);
        String inChunks = post("/api/v1/inquiries", TOKEN + JSON + "Connection: close\r\nTransfer-Encoding: chunked");
        assertThat(talk(inChunks, chunks, "0\r\n\r\n")).startsWith("HTTP/1.1 202 ");
        assertThat(behind.inbox).hasSize(2);
    }

    @Test
    void whoeverAsksIsToldToGoOnOnlyIfTheBodyWillBeRead() throws IOException {
        String body = "{\"phone\": \"(305) 555-0123\"}";
        String expects = JSON + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + body.length();

        assertThat(talk(post("/api/v1/inquiries", expects))).startsWith("HTTP/1.1 401 ");
        assertThat(talk(post("/api/v1/inquiries", TOKEN + expects), body))
                .startsWith("HTTP/1.1 100 ")
                .contains("HTTP/1.1 202 ");
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws IOException {
        String body = "{\"phone\": \"(305) 555-0123\"}";
        String first = post("/api/v1/inquiries", TOKEN + JSON + "Content-Length: " + body.length()) + body;
        String empty = post("/login", FORM + "Content-Length: 0");
        String last = "GET /webform.css HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answers = talk(first + empty + first + last);

        assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(5);
        assertThat(answers.split("HTTP/1.1 202 ", -1)).hasSize(3);
    }

    @Test
    void oldHttpIsSpoken() throws IOException {
        String body = "{\"phone\": \"(305) 555-0123\"}";
        String head = "POST /api/v1/inquiries HTTP/1.0\r\n" + TOKEN + JSON + "Content-Length: " + body.length();

        assertThat(talk(head + "\r\n\r\n", body)).startsWith("HTTP/1.1 202 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/forms/consultation", "/api/v1/inquiries", "/no/such/path", "/console/queue"})
    void whoeverGoesAwayIsNoError(String path, CapturedOutput output) throws IOException {
        String type = path.startsWith("/api") ? JSON : FORM;
        for (int time = 0; time < 5; time++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoLinger(time % 2 == 0, 0);
                write(socket, post(path, TOKEN + type + "Content-Length: 5000") + "a=b&c");
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                write(socket, post(path, TOKEN + type + "Transfer-Encoding: chunked") + "5\r\na=");
            }
        }
        assertThat(talk("GET /webform.css HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");

        assertThat(output.getAll()).doesNotContain(" ERROR ", "\tat ");
    }

    @Test
    void aMalformedChunkIsNoErrorOfOurs(CapturedOutput output) throws IOException {
        String form = talk(post("/forms/consultation", FORM + "Transfer-Encoding: chunked"), "xyz\r\n");
        String login = talk(post("/login", FORM + "Transfer-Encoding: chunked"), "5\r\nabcdefgh\r\n");

        assertThat(form).startsWith("HTTP/1.1 400 ").contains("988");
        assertThat(login).startsWith("HTTP/1.1 400 ");
        assertThat(output.getAll()).doesNotContain(" ERROR ", "\tat ");
    }

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n";
    }

    /** Sends the pieces one after the other and reads until the connection ends. */
    private String talk(String... pieces) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            for (String piece : pieces) {
                write(socket, piece);
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
