package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.support.SignedTwilioRequest.inboundCall;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.careline.contact.DialRules;
import org.careline.followup.CallPromises;
import org.careline.followup.FollowUpAtADoor;
import org.careline.inbox.CallFacts;
import org.careline.inbox.PlayedCallFacts;
import org.careline.inbox.ScriptedInbox;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.recording.FinishedRecordings;
import org.careline.recording.HandedOver;
import org.careline.routing.CallExamples;
import org.careline.routing.CallPlan;
import org.careline.routing.Dialling;
import org.careline.routing.KnownCaller;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.routing.Team;
import org.careline.safety.CrisisLines;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.RingPlans;
import org.careline.speech.Clinic;
import org.careline.speech.Prompts;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.staff.WakingDesk;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.WaitingLine;
import org.careline.web.FrontAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The door in a real Tomcat, with Spring Security behind it in its strictest form. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"careline.twilio.auth-token=" + Clinic.TOKEN, "spring.main.lazy-initialization=true"})
class TwilioOverHttpTests {

    private static final SignedTwilioRequest CALL = inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);

    private final HttpClient twilio = HttpClient.newHttpClient();
    private final ScriptedInbox inbox;
    private final String base;

    @Autowired
    TwilioOverHttpTests(ScriptedInbox inbox, @LocalServerPort int port) {
        this.inbox = inbox;
        this.base = "http://localhost:" + port;
    }

    @DynamicPropertySource
    static void folderOfItsOwn(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("careline-telephony");
        properties.add("careline.data-dir", folder::toString);
    }

    @BeforeEach
    void forgetEarlierCalls() {
        inbox.forget();
    }

    @Test
    void callIsAnsweredWithoutSessionOrCookie() throws Exception {
        HttpResponse<String> response = send(CALL.post(Clinic.TOKEN, base));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.body()).isEqualTo(Clinic.greeting(Clinic.NUMBER).twiml());
        assertThat(inbox.inquiries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice/inbound;jsessionid=1",
                "/twilio//voice/inbound",
                "/twilio/voice/./inbound",
                "/twilio/voice/menu/../inbound",
                "/twilio/voice/%69nbound",
                "/twilio/voice/inbound?a=%zz&b"
            })
    void addressesThatSecuritysFirewallRefusesAreAnswered(String target) throws Exception {
        assertThat(raw(CALL.at(target))).startsWith("HTTP/1.1 200 ").contains("Harbor Light");
    }

    @Test
    void malformedBodyIsAnsweredWithTheLastResort() throws Exception {
        HttpRequest malformed = HttpRequest.newBuilder(URI.create(base + "/twilio/voice/inbound"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "any")
                .POST(BodyPublishers.ofString("CallSid=%zz&From=%"))
                .build();

        assertThat(send(malformed)).satisfies(TwilioOverHttpTests::isLastResort);
    }

    @Test
    void bodyOver64KilobytesIsAnsweredWithTheLastResort() throws Exception {
        SignedTwilioRequest large = CALL.with("Pad", "x".repeat(SignedRequest.LONGEST_BODY));

        assertThat(send(large.post(Clinic.TOKEN, base))).satisfies(TwilioOverHttpTests::isLastResort);
        assertThat(send(inChunks(large))).satisfies(TwilioOverHttpTests::isLastResort);
        assertThat(send(inChunks(CALL)).body()).contains("Harbor Light");
    }

    @Test
    void unknownVoicePathIsAnsweredWithTheLastResort() throws Exception {
        assertThat(send(CALL.at("/twilio/voice/nothing/7").post(Clinic.TOKEN, base)))
                .satisfies(TwilioOverHttpTests::isLastResort);
        assertThat(inbox.inquiries).isEmpty();
    }

    @Test
    @Holds(Promise.P3)
    void failureIsAnsweredWithTheLastResort() throws Exception {
        inbox.becomes(ScriptedInbox.Mood.BROKEN);

        assertThat(send(CALL.post(Clinic.TOKEN, base))).satisfies(TwilioOverHttpTests::isLastResort);
    }

    @Test
    void refusalIsEmpty() throws Exception {
        HttpResponse<String> response = send(CALL.post("another token", base));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEmpty();
        assertThat(inbox.inquiries).isEmpty();
    }

    @Test
    void signedGetIsReadAndHeadIsNot() throws Exception {
        assertThat(send(CALL.get(Clinic.TOKEN, base)).body()).contains("Harbor Light");
        HttpResponse<String> head = send(HttpRequest.newBuilder(URI.create(base + "/twilio/voice/inbound"))
                .method("HEAD", BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void endOfTheCallIsTaken() throws Exception {
        HttpResponse<String> response =
                send(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 42)
                        .post(Clinic.TOKEN, base));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(inbox.facts).hasSize(1);
    }

    @Test
    void everythingElseIsBehindSecurity() throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/twiliox")).build())
                        .statusCode())
                .isEqualTo(401);
    }

    private static void isLastResort(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(response.body())
                .isEqualTo(Clinic.greeting(Clinic.UNKNOWN_NUMBER).twiml());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return twilio.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** By hand, because a client of good manners refuses to send such an address. */
    private String raw(SignedTwilioRequest request) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String head = "POST " + request.target() + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + body.length + "\r\nX-Twilio-Signature: " + request.signature(Clinic.TOKEN, base) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest inChunks(SignedTwilioRequest request) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(base + request.target()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", request.signature(Clinic.TOKEN, base))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build();
    }

    /** A web application of this module and the node's secrets. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        FrontAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class
    })
    @ComponentScan({
        "org.careline.node",
        "org.careline.carrier",
        "org.careline.speech",
        "org.careline.waiting",
        "org.careline.telephony"
    })
    @ConfigurationPropertiesScan({"org.careline.node", "org.careline.carrier", "org.careline.telephony"})
    static class Telephony {

        @Bean
        ScriptedInbox inbox() {
            return new ScriptedInbox();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ClinicNumbers numbers() {
            return Clinic.NUMBERS;
        }

        @Bean
        CrisisLines crisis() {
            return Clinic.CRISIS;
        }

        @Bean
        PhraseScan phrases() {
            return Clinic.PHRASES;
        }

        @Bean
        ClinicFiles files() {
            return ClinicFiles.shipped();
        }

        @Bean
        @Primary
        Prompts words() {
            return Clinic.PROMPTS;
        }

        @Bean
        CallPlan callPlan() {
            return Team.plan(20, 0);
        }

        @Bean
        Roster roster() {
            return new Team.Shifts(List.of());
        }

        @Bean
        ClinicHours clinicHours() {
            return Switchboard.ALWAYS;
        }

        @Bean
        CallPromises callPromises(ClinicHours file) {
            return FollowUpAtADoor.promises(file);
        }

        @Bean
        WakingDesk wakingDesk() {
            return (about, by) -> WakingDesk.Taken.NOT_NEEDED;
        }

        @Bean
        Dialling dialling(ClinicNumbers numbers, Roster roster, Clock clock) {
            return new Dialling(new DialRules(Set.of("US")), numbers, roster, 1_000, clock);
        }

        @Bean
        OpeningHours openingHours(ClinicHours file) {
            return new Team.Hours(file);
        }

        @Bean
        CallFacts callFacts() {
            return new PlayedCallFacts();
        }

        @Bean
        FinishedRecordings recordings() {
            return new HandedOver();
        }

        @Bean
        CallExamples examples() {
            return new CallExamples(List.of());
        }

        @Bean
        @Primary
        WaitingLine memoryLine() {
            return new MemoryLine();
        }

        @Bean
        RingPlans plans(RingPlanner planner, Clock clock) {
            return (who, dialled, language) -> planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, clock.instant());
        }

        @Bean
        Alarms alarms() {
            return (kind, about) -> {};
        }
    }
}
