package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * What is shown when a form came from a page that is older than the session: nothing was done, and what was typed. Written at
 * the door: a refused request goes no further, not even to a page of ours.
 */
final class StalePage {

    /** Fields that people write sentences in. */
    private static final List<String> WRITTEN = List.of("text", "why-safe");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Not saved · Careline</title>
              <link rel="stylesheet" href="/console-assets/console.css">
            </head>
            <body>
            <main id="content" class="narrow">
              <h1>That was not saved</h1>
              <p class="message bad" role="alert">The page was older than your sign-in, so nothing of it was done.
                <a href="/console/queue">Sign in or go to the queue</a>, open the page again, and do it once more.</p>
              %s
            </main>
            </body>
            </html>
            """;

    private static final String TYPED =
            "<p>This is what you typed; copy it before you leave:</p><textarea readonly rows=\"6\">\n%s</textarea>";

    private StalePage() {}

    static void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = WRITTEN.stream()
                .flatMap(field -> Stream.ofNullable(request.getParameter(field)))
                .filter(text -> !text.isBlank())
                .map(text -> TYPED.formatted(HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name())))
                .collect(Collectors.joining());
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(PAGE.formatted(typed).getBytes(StandardCharsets.UTF_8));
    }
}
