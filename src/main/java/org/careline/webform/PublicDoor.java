package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careline.web.Door;
import org.careline.web.MappedPaths;
import org.careline.web.UrlEncoded;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The door of whatever has no other one: forms are read where a page takes them, and nothing else is. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PublicDoor implements Door {

    private final MappedPaths pages;
    private final BarePage bare;

    PublicDoor(@Qualifier("requestMappingHandlerMapping") RequestMappingInfoHandlerMapping controllers, BarePage bare) {
        this.pages = new MappedPaths(controllers);
        this.bare = bare;
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        return true;
    }

    @Override
    public boolean wantsBody(HttpServletRequest request) {
        return UrlEncoded.isNamedBy(request.getContentType()) && pages.answers(request);
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        BarePage.Words words = switch (why) {
            case TOO_SLOW -> BarePage.Words.SLOW;
            case MALFORMED -> BarePage.Words.UNREADABLE;
            case BUSY -> BarePage.Words.BUSY;
        };
        bare.write(request, response, HttpStatus.valueOf(why.status()), words);
    }
}
