package org.careline.webform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever has just started the application what to open. */
@Component
class WhereToGo {

    private static final Logger LOG = LoggerFactory.getLogger(WhereToGo.class);

    private final Environment settings;

    WhereToGo(Environment settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String here = "http://localhost:" + settings.getProperty("local.server.port", "8080");
        String address = settings.getProperty("careline.public-base-url", "");
        LOG.info("Open {}/ in a browser: it leads to the form, and to the console", address.isBlank() ? here : address);
    }
}
