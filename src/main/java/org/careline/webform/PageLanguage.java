package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.careline.web.UrlEncoded;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: what its address asks for, else what the browser wishes, else English. No cookie keeps it.
 */
class PageLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";

    /** The languages that pages are written in. */
    static final List<String> WRITTEN = List.of("en", "es");

    private static final String CHOSEN = PageLanguage.class.getName();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(of(request, WRITTEN));
    }

    /** One of these languages, the first of which is shown to whom none of them was wished. */
    static String of(HttpServletRequest request, List<String> offered) {
        if (request.getAttribute(CHOSEN) instanceof String chosen) {
            return chosen;
        }
        return UrlEncoded.parse(request.getQueryString())
                .map(query -> query.first(PARAMETER))
                .filter(offered::contains)
                .orElseGet(() -> unasked(request, offered));
    }

    /** Settles the language of this request's page. */
    static void choose(HttpServletRequest request, String language) {
        request.setAttribute(CHOSEN, language);
    }

    /** What is shown of these to whoever asks for nothing. */
    static String unasked(HttpServletRequest request, List<String> offered) {
        return wished(request, offered).orElse(offered.get(0));
    }

    /** This language, if pages are written in it; else null. */
    static @Nullable String written(@Nullable String language) {
        return language != null && WRITTEN.contains(language) ? language : null;
    }

    private static Optional<String> wished(HttpServletRequest request, List<String> offered) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(offered::contains)
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The address says the language");
    }
}
