package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.careline.safety.CrisisLines;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that costs next to nothing, for requests that reach no controller. It is written in one piece and without a look at
 * the request beyond where it went and which language it wishes.
 */
@Component
class BarePage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%2$s</title></head>
            <body><main><h1>%2$s</h1><p>%3$s</p><p>%4$s</p></main></body>
            </html>
            """;

    private final CrisisLines crisis;
    private final MessageSource messages;

    /** What can be said without knowing more. */
    enum Words {
        UNREADABLE,
        SLOW,
        BUSY
    }

    BarePage(CrisisLines crisis, MessageSource messages) {
        this.crisis = crisis;
        this.messages = messages;
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Words words)
            throws IOException {
        String language = PageLanguage.of(request, PageLanguage.WRITTEN);
        Locale locale = Locale.forLanguageTag(language);
        String key = "bare." + words.name().toLowerCase(Locale.ROOT);
        String help = language.equals("es") ? crisis.page().es() : crisis.page().en();
        byte[] page = PAGE.formatted(
                        language,
                        escaped(messages.getMessage(key, null, locale)),
                        escaped(messages.getMessage(key + ".next", null, locale)),
                        escaped(help))
                .getBytes(StandardCharsets.UTF_8);
        PageHeaders.refuseFrames(response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
