package org.careline.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.careline.store.StoreUnavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** While the store is away a page says so and tries again by itself. */
@ControllerAdvice(basePackageClasses = ConsoleTrouble.class)
class ConsoleTrouble {

    private static final String RETRY_SECONDS = "5";

    private final ConsolePages pages;

    ConsoleTrouble(ConsolePages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(StoreUnavailable.class)
    ModelAndView storeAway(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return pages.shown("away", HttpStatus.SERVICE_UNAVAILABLE, Map.of());
    }
}
