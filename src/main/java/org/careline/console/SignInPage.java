package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks who is there. */
@Controller
class SignInPage {

    private static final List<String> NEWS = List.of("wrong", "wait", "out", "again");

    private final ConsolePages pages;

    SignInPage(ConsolePages pages) {
        this.pages = pages;
    }

    @GetMapping("/login")
    ModelAndView login(HttpServletRequest request) {
        String said = NEWS.stream()
                .filter(word -> request.getParameter(word) != null)
                .findFirst()
                .orElse("");
        HttpStatus status = said.equals("wait") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK;
        String to = AfterLogin.of(request.getParameter(AfterLogin.FIELD));
        return pages.shown("login", status, Map.of("said", said, "to", to));
    }
}
