package org.careline.console;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careline.web.Browser;
import org.careline.web.Doors;

/** Somebody at a browser of their own, which keeps cookies and sends a form's hidden token along. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Browser browser;
    private final Map<String, String> cookies = new TreeMap<>();
    private String csrf = "";

    Visitor(int port) {
        this.browser = new Browser(port);
    }

    /** One who is signed in. */
    static Visitor signedIn(int port, String id) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(id, Doors.PASSWORD);
        return visitor;
    }

    HttpResponse<String> signIn(String id, String password) {
        get("/login");
        csrf = "";
        return postWithoutToken("/login", Map.of("username", id, "password", password));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return remembered(browser.send(headers.length == 0 ? request : request.headers(headers)));
    }

    /** Where an answer leads. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return get(there.getRawQuery() == null ? there.getPath() : there.getPath() + "?" + there.getRawQuery());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        if (csrf.isEmpty()) {
            get("/console/queue");
        }
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", csrf);
        return postWithoutToken(path, all, headers);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = to(path).header("Content-Type", "application/x-www-form-urlencoded");
        return remembered(browser.send(
                (headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(body))));
    }

    /** As the browser of another person. */
    void forgetCookies() {
        cookies.clear();
        csrf = "";
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** A request with this visitor's cookies. */
    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = browser.to(path);
        String all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? request : request.header("Cookie", all);
    }

    private HttpResponse<String> remembered(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        cookies.values().removeIf(String::isEmpty);
        Matcher token = CSRF.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }
}
