package org.careline.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.careline.web.FrontSettings.Calls;
import org.careline.web.FrontSettings.Front;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Who is let in, in a Tomcat without an application: its servlet waits, or writes more than anybody takes. */
@Timeout(60)
class AdmissionTests {

    private static final int ANSWER = 8 * 1024 * 1024;
    private static final String BASE = "http://localhost";

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Semaphore working = new Semaphore(0);
    private final Semaphore awaited = new Semaphore(0);
    private final List<Socket> open = new ArrayList<>();
    private final TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    private TomcatWebServer server = start(new FrontSettings(new Front(2, 0), new Calls(0), BASE));

    @AfterEach
    void stop() throws IOException {
        goOn.countDown();
        for (Socket one : open) {
            one.close();
        }
        server.stop();
    }

    @Test
    void beyondItsShareEverythingElseIsBusyAndCallsAreNot() throws Exception {
        Socket first = inside("/wait");
        Socket second = inside("/wait");

        assertThat(answer(ask("/now"))).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5", "Connection: close");
        assertThat(answer(ask("/twilio/now"))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask("/prompts/now"))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask("/actuator/health/now"))).startsWith("HTTP/1.1 200 ");

        goOn.countDown();
        assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
        assertThat(answer(second)).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask("/now"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoeverDoesNotTakeAnAnswerIsCutOffAndTheirPlaceIsFree() throws Exception {
        inside("/much");
        inside("/much");

        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(answered("/now", Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void whoeverTakesItByteForByteIsCutOffToo() throws Exception {
        Socket slow = ask("/much");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (gone.getCount() > 0 && System.nanoTime() - end < 0) {
            slow.getInputStream().readNBytes(1024);
            assertThat(gone.await(200, TimeUnit.MILLISECONDS) || gone.getCount() > 0)
                    .isTrue();
        }

        assertThat(gone.getCount()).isZero();
    }

    @Test
    void callsMayHaveAPortOfTheirOwn() throws IOException {
        server.stop();
        int calls = freePort();
        server = start(new FrontSettings(new Front(2, 0), new Calls(calls), BASE));

        assertThat(answer(ask("/twilio/now"))).startsWith("HTTP/1.1 404 ").contains("Connection: close");
        assertThat(answer(ask(calls, "/twilio/now"))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask(calls, "/actuator/health/now"))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask(calls, "/prompts/now"))).startsWith("HTTP/1.1 200 ");
        assertThat(answer(ask(calls, "/now"))).startsWith("HTTP/1.1 404 ");
        assertThat(answer(ask(calls, "/twilio/../now"))).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void anAddressMayHaveSoManyConnections() throws IOException {
        server.stop();
        server = start(new FrontSettings(new Front(2, 3), new Calls(0), BASE));
        for (int number = 0; number < 3; number++) {
            connect(server.getPort());
        }

        assertThat(ended(connect(server.getPort()))).isTrue();
        open.get(0).close();
        assertThat(answered("/now", Duration.ofSeconds(10))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /now HTTP/1.1\r\nHost: x\r\nX-Slow: a"})
    void theOldestWhoSayNothingOrNotAllMakeRoom(String said) throws Exception {
        server.stop();
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxConnections", "100"),
                connector -> connector.setProperty("connectionTimeout", "60000"));
        server = start(new FrontSettings(new Front(2, 0), new Calls(0), BASE));
        Socket asking = ask("/wait");
        for (int number = 0; number < 79; number++) {
            connect(server.getPort()).getOutputStream().write(said.getBytes(US_ASCII));
        }
        Socket oldest = open.get(2);
        oldest.setSoTimeout(500);

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean left = false;
        while (!left && System.nanoTime() - end < 0) {
            assertThat(answer(ask("/twilio/now"))).startsWith("HTTP/1.1 200 ");
            left = ended(oldest);
        }
        assertThat(left).isTrue();
        goOn.countDown();
        assertThat(answer(asking)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theOldestBodyGivesWayIfThereAreTooMany() throws Exception {
        Socket first = announce(100, 1);
        Socket second = announce(100, 1);
        Socket third = announce(100, 1);

        assertThat(answer(first)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5", "Connection: close");
        second.getOutputStream().write(new byte[99]);
        third.getOutputStream().write(new byte[99]);
        assertThat(answer(second)).startsWith("HTTP/1.1 200 ");
        assertThat(answer(third)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theLargestBodyGivesWayIfTheyTakeTooMuch() throws Exception {
        Socket small = announce(100, 99);
        Socket large = announce(60_000, 50_000);

        assertThat(answer(large)).startsWith("HTTP/1.1 503 ");
        small.getOutputStream().write(new byte[1]);
        assertThat(answer(small)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void withAnHttpsAddressEveryAnswerSaysSoAndTheWorldIsListenedTo() throws IOException {
        assertThat(factory.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
        assertThat(answer(ask("/now"))).doesNotContain("Strict-Transport-Security");
        server.stop();
        factory.setAddress(null);
        server = start(new FrontSettings(new Front(2, 0), new Calls(0), "https://clinic.example"));

        assertThat(factory.getAddress()).isNull();
        for (String path : List.of("/now", "/twilio/now", "/fails")) {
            assertThat(answer(ask(path))).contains("Strict-Transport-Security: max-age=31536000");
        }
    }

    private TomcatWebServer start(FrontSettings settings) {
        Doorkeeper keeper = new Doorkeeper(List.of(new ReadsAll()));
        new FrontAutoConfiguration().front(settings).customize(factory);
        TomcatWebServer fresh = (TomcatWebServer) factory.getWebServer(context -> {
            ServletRegistration.Dynamic plays = context.addServlet("plays", new Playing());
            plays.addMapping("/");
            plays.setAsyncSupported(true);
            FilterRegistration.Dynamic front =
                    context.addFilter("front", new BodyGatherer(keeper, new Bodies(2, 40_000), Duration.ofSeconds(10)));
            front.setAsyncSupported(true);
            front.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        });
        fresh.start();
        return fresh;
    }

    /** Sends the head of a body and a part of it, and waits until that is there. */
    private Socket announce(int length, int sent) throws IOException, InterruptedException {
        Socket socket = connect(server.getPort());
        String head = "POST /now HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        assertThat(awaited.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        socket.getOutputStream().write(new byte[sent]);
        return socket;
    }

    /** One door for every body. */
    private final class ReadsAll implements Door {

        @Override
        public boolean opens(HttpServletRequest request) {
            return true;
        }

        @Override
        public boolean wantsBody(HttpServletRequest request) {
            awaited.release();
            return true;
        }

        @Override
        public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) {
            response.setStatus(why.status());
            response.setContentLength(0);
        }
    }

    /** Answers in all the ways that matter here. */
    private final class Playing extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getServletPath();
            working.release();
            if (path.equals("/wait")) {
                awaitWord();
            } else if (path.equals("/much")) {
                writeMuch(response);
            } else if (path.equals("/fails")) {
                response.sendError(500);
                return;
            }
            response.getOutputStream().write("here".getBytes(US_ASCII));
        }

        private void awaitWord() {
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void writeMuch(HttpServletResponse response) throws IOException {
            try {
                response.getOutputStream().write(new byte[ANSWER]);
                response.flushBuffer();
            } catch (IOException cutOff) {
                gone.countDown();
                throw cutOff;
            }
        }
    }

    /** Asks and waits until it is worked at. */
    private Socket inside(String path) throws Exception {
        Socket socket = ask(path);
        assertThat(working.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        return socket;
    }

    private boolean answered(String path, Duration within) throws IOException {
        long end = System.nanoTime() + within.toNanos();
        while (!answer(ask(path)).startsWith("HTTP/1.1 200 ")) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    private Socket ask(String path) throws IOException {
        return ask(server.getPort(), path);
    }

    private Socket ask(int port, String path) throws IOException {
        Socket socket = connect(port);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }

    private Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        open.add(socket);
        return socket;
    }

    private static String answer(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException stillThere) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
