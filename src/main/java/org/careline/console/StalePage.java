package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when a form came from a page that is older than the session: nothing was done, and what was typed. */
@Controller
class StalePage {

    static final String PATH = "/console/stale";

    /** Fields that people write sentences in. */
    private static final List<String> WRITTEN = List.of("text", "why-safe");

    private final ConsolePages pages;

    StalePage(ConsolePages pages) {
        this.pages = pages;
    }

    @RequestMapping(PATH)
    ModelAndView show(HttpServletRequest request) {
        List<String> typed = WRITTEN.stream()
                .flatMap(field -> Stream.ofNullable(request.getParameter(field)))
                .filter(text -> !text.isBlank())
                .toList();
        return pages.show("stale", HttpStatus.FORBIDDEN, null, Map.of("typed", typed));
    }
}
