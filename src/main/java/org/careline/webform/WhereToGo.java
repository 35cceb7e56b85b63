package org.careline.webform;

import org.careline.node.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has just started the application what to open. */
@Component
class WhereToGo {

    private static final Logger LOG = LoggerFactory.getLogger(WhereToGo.class);

    private final Installation installation;

    WhereToGo(Installation installation) {
        this.installation = installation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        installation
                .reached()
                .ifPresent(address ->
                        LOG.info("Open {}/ in a browser: it leads to the form, and to the console", address));
    }
}
