package org.careline.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.careline.carrier.Answer.Done;
import org.careline.carrier.Answer.NotSent;
import org.careline.carrier.Answer.Refused;
import org.careline.carrier.Answer.Unknown;
import org.careline.node.Secrets;
import org.careline.rehearsal.Faults;
import org.careline.rehearsal.Faults.Rest;
import org.careline.rehearsal.LineView;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.PhoneAction;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The REST API of the rehearsal network, asked by the real carrier, each exchange judged by Twilio's own description. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(RehearsedRestTests.ByHand.class)
@EnabledIfEnvironmentVariable(
        named = TwilioDocument.FILE,
        matches = ".+",
        disabledReason = "CARELINE_TEST_TWILIO_OPENAPI does not name Twilio's description of its API")
class RehearsedRestTests {

    private static final String CLINIC = "+18445550100";
    private static final String CALLER = "+13055550178";
    private static final String PHONE = "+13055550179";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    MovableClock clock;

    @Autowired
    PhoneNetwork network;

    @Autowired
    Carrier own;

    private final WireMockServer judged =
            new WireMockServer(options().dynamicPort().bindAddress("localhost"));
    private Carrier carrier = new RehearsedCarrier(Optional::empty);
    private URI here = URI.create("http://localhost");

    static class ByHand {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("careline.data-dir", () -> "target/rehearsal/" + UUID.randomUUID());
    }

    @BeforeEach
    void standBetween(@LocalServerPort int port, @Autowired Secrets secrets) {
        here = URI.create("http://localhost:" + port);
        judged.start();
        judged.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(here.toString())));
        CarrierSettings settings = new CarrierSettings("", "http://localhost:" + judged.port(), "", "", 1);
        carrier = new TwilioCarrier(
                settings.account(),
                () -> TwilioConnection.open(settings, secrets.twilioAuthTokens().get(0)),
                new CallRateLimit(1, clock));
    }

    @AfterEach
    void everyExchangeIsAsTwilioDescribesIt() {
        network.faults(Faults.NONE);
        assertThat(judged.getAllServeEvents())
                .allSatisfy(exchange ->
                        assertThat(TwilioDocument.shared().faults(exchange)).isEmpty());
        judged.stop();
        clock.advance(Duration.ofMinutes(1));
    }

    private Leg leg() {
        URI answered = here.resolve("/twilio/voice/leg");
        return new Leg(CLINIC, PHONE, answered, here.resolve("/twilio/voice/status"), Duration.ofSeconds(20));
    }

    private LineView line(String sid, Predicate<LineView> expected) {
        return Awaitility.await().atMost(SOON).until(() -> network.line(sid).orElseThrow(), expected);
    }

    @Test
    void aPlacedPhoneRingsAndIsEnded() {
        String sid = carrier.place(leg()).told().orElseThrow();
        LineView starts = line(sid, line -> line.doing() == Doing.STARTS && line.until() != null);
        assertThat(starts.direction()).isEqualTo("outbound-api");
        clock.advance(Duration.ofSeconds(1));
        LineView rings = line(sid, line -> line.doing() == Doing.RINGS);
        assertThat(rings.until()).isEqualTo(clock.instant().plusSeconds(25));

        assertThat(carrier.call(sid).told()).hasValueSatisfying(call -> {
            assertThat(call.status()).isEqualTo("ringing");
            assertThat(call.end()).isEmpty();
        });
        assertThat(carrier.end(sid).told().orElseThrow().status()).isEqualTo("canceled");
        line(sid, line -> line.doing() == Doing.IS_OVER);
        assertThat(carrier.end(sid)).isEqualTo(new Refused<>(21220));
        assertThat(carrier.call("CA" + "0".repeat(32))).isEqualTo(new Refused<>(20404));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Leg nowhere = new Leg(CLINIC, "hello", leg().answered(), leg().status(), Duration.ofSeconds(20));

        assertThat(carrier.place(nowhere)).isEqualTo(new Refused<>(21211));
    }

    @Test
    void callsAreListedFromATimeOnAndPageByPage() {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String sid = network.call(CALLER, CLINIC);
        line(sid, line -> line.doing() == Doing.HEARS);
        network.act(sid, new PhoneAction.HangUp());
        line(sid, line -> line.doing() == Doing.IS_OVER);

        List<PhoneCall> calls = carrier.callsSince(begin).told().orElseThrow();

        assertThat(calls).extracting(PhoneCall::sid).contains(sid);
        assertThat(carrier.callsSince(begin.plusSeconds(3600)).told().orElseThrow())
                .isEmpty();
        PhoneCall call =
                calls.stream().filter(one -> one.sid().equals(sid)).findFirst().orElseThrow();
        assertThat(call.inbound()).isTrue();
        assertThat(call.from()).isEqualTo(CALLER);
        assertThat(call.end()).isPresent();
        assertThat(own.callsSince(begin)).isInstanceOf(Done.class);
        assertThat(own.numbers()).isInstanceOf(NotSent.class);
    }

    @Test
    void aNetworkWhoseRestIsDownMayHavePlacedTheCall() {
        network.faults(new Faults(Map.of(), Rest.PLACES_UNTOLD));
        int before = network.view().lines().size();
        assertThat(carrier.place(leg())).isInstanceOf(Unknown.class);
        assertThat(network.view().lines()).hasSize(before + 1);

        network.faults(new Faults(Map.of(), Rest.DOWN));
        assertThat(carrier.end("CA" + "0".repeat(32))).isInstanceOf(Unknown.class);

        clock.advance(Duration.ofSeconds(2));
        network.faults(new Faults(Map.of(), Rest.TOO_MANY));
        assertThat(carrier.place(leg())).isEqualTo(new Refused<>(20429));
        network.view().live().forEach(line -> network.act(line.sid(), new PhoneAction.HangUp()));
    }

    @Test
    void recordingsThatAreNotThereAreRefused() {
        assertThat(carrier.recordingsSince(clock.instant()).told().orElseThrow())
                .isEmpty();
        assertThat(carrier.delete("RE" + "0".repeat(32))).isEqualTo(new Refused<>(20404));
        assertThat(carrier.media("RE" + "0".repeat(32))).isEqualTo(new Refused<>(404));
    }

    @Test
    void strangersAreNotAnswered() throws Exception {
        URI calls = here.resolve("/2010-04-01/Accounts/AC" + "0".repeat(32) + "/Calls.json");

        int status = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(calls).GET().build(), BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(401);
    }
}
