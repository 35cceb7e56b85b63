package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route of the API and the metrics, with a token of every single scope: made from the routing table itself. */
@Doors
@ExtendWith(OutputCaptureExtension.class)
class ScopeMatrixTests {

    private static final List<String> SCOPES = List.of("inquiries", "leads", "work", "telephony", "metrics");

    private final Browser browser;
    private final RequestMappingHandlerMapping routes;

    @Autowired
    ScopeMatrixTests(
            DoorFakes behind, @LocalServerPort int port, org.springframework.beans.factory.ListableBeanFactory beans) {
        behind.forget();
        this.browser = new Browser(port);
        this.routes = beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    private record Wanted(String method, String path, String scope) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TestFactory
    @Holds(Promise.P10)
    Stream<DynamicTest> aTokenDoesWhatItsScopesSayAndNothingElse() {
        Stream<Wanted> all = Stream.concat(declared(), Stream.of(new Wanted("GET", "/actuator/prometheus", "metrics")));
        return all.flatMap(route ->
                SCOPES.stream().map(scope -> DynamicTest.dynamicTest(scope + ": " + route, () -> judge(route, scope))));
    }

    private void judge(Wanted route, String scope) {
        HttpResponse<String> answer = send(route, "doors-token-of-" + scope);

        if (scope.equals(route.scope())) {
            assertThat(answer.statusCode()).isNotIn(401, 403);
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + route.scope() + "\"");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").stringValue())
                    .contains(route.scope());
        }
    }

    @Test
    void everyRouteSaysInTheDescriptionWhichScopeItNeeds() {
        JsonNode paths =
                JsonMapper.shared().readTree(browser.get("/v3/api-docs").body()).get("paths");

        declared().forEach(route -> {
            JsonNode operation = paths.get(route.path()).get(route.method().toLowerCase(Locale.ROOT));
            assertThat(operation.get("description").stringValue())
                    .as(route.toString())
                    .contains("scope `" + route.scope() + "`");
            assertThat(operation.get("responses").propertyNames()).contains("403");
        });
    }

    @Test
    void theTokenOfTheFirstRunHasAllScopes() {
        assertThat(declared())
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(send(route, Doors.TOKEN).statusCode()).isNotIn(401, 403));
    }

    @Test
    void anUnknownPathIsUnknownToEverybodyWithAToken() {
        assertThat(send(new Wanted("GET", "/api/v1/nothing", ""), "doors-token-of-work")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLogSaysWhichClientDidWhatAndNeverTheToken(CapturedOutput output) {
        String lead = "0123456789abcdef01234567";
        send(new Wanted("POST", "/api/v1/leads/" + lead + "/claim", "work"), "doors-token-of-work");
        send(new Wanted("POST", "/api/v1/leads/" + lead + "/claim", "work"), "doors-token-of-leads");
        send(new Wanted("POST", "/api/v1/coordinators/3055550123/presence", "work"), "doors-token-of-work");

        assertThat(output.getAll())
                .contains(
                        "The API client only-work did POST /api/v1/leads/{id}/claim with lead " + lead + ": 422",
                        "The API client only-leads may not do POST /api/v1/leads/{id}/claim with lead " + lead,
                        "The API client only-work did POST /api/v1/coordinators/{id}/presence: ")
                .doesNotContain("doors-token-of", "3055550123");
    }

    private HttpResponse<String> send(Wanted route, String token) {
        String path = route.path().replaceAll("\\{[^}]+}", "nobody");
        boolean body = !route.method().equals("GET");
        return browser.send(browser.to(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(route.method(), body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
    }

    /** Fails for a route without a scope. */
    private Stream<Wanted> declared() {
        Map<String, Wanted> all = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> route :
                routes.getHandlerMethods().entrySet()) {
            for (String path : route.getKey().getPatternValues()) {
                if (path.startsWith("/api")) {
                    String scope = scope(route.getValue());
                    for (RequestMethod method :
                            route.getKey().getMethodsCondition().getMethods()) {
                        Wanted wanted = new Wanted(method.name(), path, scope);
                        all.put(wanted.toString(), wanted);
                    }
                }
            }
        }
        assertThat(all).isNotEmpty();
        return all.values().stream();
    }

    /** The annotation is the door's own. */
    private static String scope(HandlerMethod route) {
        return Arrays.stream(route.getMethod().getAnnotations())
                .map(Object::toString)
                .filter(annotation -> annotation.startsWith("@org.careline.api.NeedsScope("))
                .map(annotation ->
                        annotation.replaceAll(".*[(.]([A-Z]+)\\)", "$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).as("the scope of %s", route).hasSize(1);
                    return found.get(0);
                }));
    }
}
